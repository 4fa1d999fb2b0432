export * from './harvest/embed.service';
export * from './library-import';
export * from './library.module';
export * from './resource.entities';
export * from './resource.repository';
export * from './search-index';
export * from './search.reader';
export * from './search.writer';
