import { scopes } from "@cloudpbx/contracts/api/scopes";
import { hashPassword } from "./password.ts";
import { hashSecret, makeId } from "./secret.ts";

/** One statement for the database `cloudpbx`, to be sent by whoever installs or starts the system. */
export interface SeedStatement {
	sql: string;
	params: (string | number)[];
}

/**
 * Lets whoever has this code become the first owner (`POST /api/setup/claim`). Make it with 128 random bits or more; it
 * works until somebody is an owner, so a second code does no harm.
 */
export async function seedSetupCode(code: string, now = Date.now()): Promise<SeedStatement> {
	return {
		sql: "INSERT INTO setup_codes (code_hash, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
		params: [await hashSecret(code), now],
	};
}

/** The key of the local mesh, with every scope. Another one takes its place; refused unless `ENVIRONMENT` is `local`. */
export async function seedDevelopmentKey(key: string, now = Date.now()): Promise<SeedStatement> {
	return {
		sql: `INSERT INTO api_keys (id, name, key_hash, hint, scopes, origin, created_at)
			VALUES ('key_development', 'Development', ?, ?, ?, 'development', ?)
			ON CONFLICT (id) DO UPDATE SET key_hash = excluded.key_hash, hint = excluded.hint,
				scopes = excluded.scopes, revoked_at = NULL`,
		params: [await hashSecret(key), key.slice(0, 9), JSON.stringify(scopes), now],
	};
}

export interface DemoOwner {
	name: string;
	email: string;
	password: string;
}

/** The demo owner of the local mesh, made once; refused unless `ENVIRONMENT` is `local`. */
export async function seedDemoOwner(owner: DemoOwner, now = Date.now()): Promise<SeedStatement[]> {
	const email = owner.email.toLowerCase();
	return [
		{
			sql: `INSERT INTO users (id, name, email, role, origin, created_at, updated_at)
				VALUES ('usr_demo', ?, ?, 'owner', 'development', ?, ?) ON CONFLICT DO NOTHING`,
			params: [owner.name, email, now, now],
		},
		{
			sql: `INSERT INTO accounts (id, user_id, provider_id, account_id, password, created_at, updated_at)
				SELECT ?, id, 'credential', id, ?, ?, ? FROM users
				WHERE email = ? AND origin = 'development' AND deactivated_at IS NULL ON CONFLICT DO NOTHING`,
			params: [makeId("acc"), await hashPassword(owner.password), now, now, email],
		},
	];
}
