import { DataSource, Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, JsonColumn, NullableText, TextColumn } from './columns';
import { insertRow } from './insert-row';
import { selectRow } from './select-row';

@Entity('thing')
class Thing {
  @PrimaryColumn('text') id!: string;
  @TextColumn({ name: 'owner_id' }) ownerId!: string;
  @NullableText() note!: string | null;
  @FlagColumn() loud!: boolean;
  @IntegerColumn() size!: number;
  @JsonColumn() tags!: string[];
}

describe('rows past the query builder', () => {
  const source = new DataSource({ type: 'better-sqlite3', database: ':memory:', entities: [Thing], synchronize: true });
  const row = { id: 'a', ownerId: 'o', note: null, loud: true, size: 7, tags: ['x', 'y'] };

  beforeAll(() => source.initialize());
  afterAll(() => source.destroy());

  it('are the same as TypeORM writes and reads them', async () => {
    await insertRow(source.manager, Thing, row);
    await source.manager.insert(Thing, { ...row, id: 'b', loud: false, note: 'n' });
    for (const id of ['a', 'b']) {
      const byBuilder = await source.manager.findOneByOrFail(Thing, { id });
      expect(await selectRow(source.manager, Thing, { id })).toEqual(byBuilder);
    }
    expect(await source.manager.findOneByOrFail(Thing, { id: 'a' })).toEqual(row);
  });

  it('are found by several columns, or not at all', async () => {
    expect(await selectRow(source.manager, Thing, { ownerId: 'o', id: 'b' })).toMatchObject({ id: 'b' });
    expect(await selectRow(source.manager, Thing, { id: 'nobody' })).toBeNull();
    await expect(selectRow(source.manager, Thing, { what: 1 })).rejects.toThrow('thing has no what');
  });

  it('are refused as TypeORM refuses them', async () => {
    await expect(insertRow(source.manager, Thing, row)).rejects.toMatchObject({
      driverError: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' },
    });
  });
});
