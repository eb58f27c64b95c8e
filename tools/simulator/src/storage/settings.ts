export function readSetting<Value>(sql: SqlStorage, name: string): Value | null {
	const [row] = sql.exec<{ value: string }>("SELECT value FROM settings WHERE name = ?", name).toArray();
	return row ? (JSON.parse(row.value) as Value) : null;
}

export function writeSetting(sql: SqlStorage, name: string, value: unknown): void {
	sql.exec(
		"INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
		name,
		JSON.stringify(value),
	);
}
