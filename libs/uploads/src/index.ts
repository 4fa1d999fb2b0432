export * from './content-type';
export * from './upload-files';
export * from './upload-rules';
export * from './upload.entity';
export * from './uploads.module';
