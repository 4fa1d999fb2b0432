/** What belongs to one spec file in the process that it shares with others: fake timers, `console`, variables. */
const { ModernFakeTimers } = require('@jest/fake-timers');
const { default: NodeEnvironment } = require('jest-environment-node');
const { ModuleMocker } = require('jest-mock');

/** What `expect.any` looks for by the identity of the type. */
const TYPES = { Array, BigInt, Boolean, Function, Number, Object, String, Symbol };

module.exports = class ProcessEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, TYPES);
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: config.projectConfig, global: globalThis });
    this.kept = { console: globalThis.console, env: { ...process.env }, directory: process.cwd() };
    globalThis.console = context.console;
  }

  async teardown() {
    await super.teardown();
    globalThis.console = this.kept.console;
    process.chdir(this.kept.directory);
    for (const name of Object.keys(process.env)) if (!(name in this.kept.env)) delete process.env[name];
    Object.assign(process.env, this.kept.env);
  }
};
