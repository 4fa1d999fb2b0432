import { Column, type ColumnOptions } from 'typeorm';

// Columns that mean the same on SQLite and on PostgreSQL.
export const TextColumn = (options: ColumnOptions = {}) => Column('text', options);
export const NullableText = (options: ColumnOptions = {}) => Column('text', { nullable: true, ...options });
export const IntegerColumn = (options: ColumnOptions = {}) => Column('integer', options);
export const RealColumn = (options: ColumnOptions = {}) => Column({ ...options, type: 'double precision' });
export const NullableReal = (options: ColumnOptions = {}) =>
  Column({ nullable: true, ...options, type: 'double precision' });
export const NullableInteger = (options: ColumnOptions = {}) => Column('integer', { nullable: true, ...options });
export const FlagColumn = (options: ColumnOptions = {}) => Column('boolean', options);
/** JSON kept as text: read and written whole, never queried. */
export const JsonColumn = (options: ColumnOptions = {}) => Column('simple-json', options);
