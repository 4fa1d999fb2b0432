const MAJOR = 20;
const MINOR = 19;

/** What is wrong with this version of Node, with the remedy; null when it will do. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return null;
  return (
    `Lectern needs Node ${MAJOR}.${MINOR} or newer, and this is ${version}. ` +
    'Install a current Node (nodejs.org, or "nvm install 22") and run the same command again.'
  );
}
