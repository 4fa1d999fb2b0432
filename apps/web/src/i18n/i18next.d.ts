import type admin from '../locales/en/admin.json';
import type auth from '../locales/en/auth.json';
import type common from '../locales/en/common.json';
import type desk from '../locales/en/desk.json';
import type home from '../locales/en/home.json';
import type library from '../locales/en/library.json';
import type polls from '../locales/en/polls.json';
import type materials from '../locales/en/materials.json';
import type recording from '../locales/en/recording.json';
import type review from '../locales/en/review.json';
import type room from '../locales/en/room.json';
import type webinar from '../locales/en/webinar.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      admin: typeof admin;
      auth: typeof auth;
      common: typeof common;
      desk: typeof desk;
      home: typeof home;
      library: typeof library;
      polls: typeof polls;
      materials: typeof materials;
      recording: typeof recording;
      review: typeof review;
      room: typeof room;
      webinar: typeof webinar;
    };
  }
}
