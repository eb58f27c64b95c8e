import { seedDemoOwner, seedDevelopmentKey, seedSetupCode } from "@cloudpbx/service-admin/seed-access";

/** Local access for people and programs; refused unless the Worker runs locally. */
export interface LocalAccess {
	name: string;
	email: string;
	password: string;
	apiKey: string;
	setupCode: string;
}

interface Database {
	prepare(sql: string): { bind(...values: (string | number)[]): object };
	batch(statements: object[]): Promise<unknown>;
}

/** Safe at every start; a changed key replaces the old one. */
export async function seedAccess(database: Database, access: LocalAccess): Promise<void> {
	const statements = [
		await seedSetupCode(access.setupCode),
		await seedDevelopmentKey(access.apiKey),
		...(await seedDemoOwner(access)),
	];
	await database.batch(statements.map(({ sql, params }) => database.prepare(sql).bind(...params)));
}
