import { scopes } from "@cloudpbx/contracts/api/scopes";
import { hashPassword } from "./password.ts";
import { hashSecret, makeId } from "./secret.ts";

/** One statement for the database `cloudpbx`; the installer sends it. */
export interface SeedStatement {
	sql: string;
	params: (string | number)[];
}

/** Stores a code that makes its holder the first owner. Use 128 random bits or more. */
export async function seedSetupCode(code: string, now = Date.now()): Promise<SeedStatement> {
	return {
		sql: "INSERT INTO setup_codes (code_hash, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
		params: [await hashSecret(code), now],
	};
}

/** Stores the local mesh's key with every scope; invalid unless `ENVIRONMENT` is `local`. */
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

/** Stores the local mesh's demo owner; invalid unless `ENVIRONMENT` is `local`. */
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
