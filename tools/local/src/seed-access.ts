import { seedDemoOwner, seedDevelopmentKey, seedSetupCode } from "@cloudpbx/service-admin/seed-access";

/** How people and programs get in. The Worker refuses all of it unless it is told that it runs locally. */
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

/** Safe at every start: what is there stays, a key that was changed takes the old one's place. */
export async function seedAccess(database: Database, access: LocalAccess): Promise<void> {
	const statements = [
		await seedSetupCode(access.setupCode),
		await seedDevelopmentKey(access.apiKey),
		...(await seedDemoOwner(access)),
	];
	await database.batch(statements.map(({ sql, params }) => database.prepare(sql).bind(...params)));
}
