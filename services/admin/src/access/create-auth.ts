import { openDb } from "@cloudpbx/db/open-db";
import { accounts, sessions, users } from "@cloudpbx/db/schema/admin";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { hashPassword, verifyPassword } from "./password.ts";
import { makeId } from "./secret.ts";
import { cookiePrefix, readAuthSecret } from "./session-cookie.ts";

/** A signed-in person enters the password again after two weeks. */
const sessionSeconds = 14 * 24 * 3600;

/** Longer than any browser's. */
const userAgentLengthMax = 300;

export interface AuthBindings {
	DB: D1Database;
	AUTH_SECRET: string;
}

/** better-auth checks passwords and manages sessions. Its routes, sign-up and rate limits are not used. */
export function createAuth(env: AuthBindings, origin: string) {
	return betterAuth({
		baseURL: origin,
		secret: readAuthSecret(env),
		database: drizzleAdapter(openDb(env.DB), {
			provider: "sqlite",
			schema: { user: users, session: sessions, account: accounts },
			// D1 has no transactions.
			transaction: false,
		}),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			password: {
				hash: hashPassword,
				verify: ({ hash, password }) => verifyPassword(password, hash),
			},
		},
		session: { expiresIn: sessionSeconds },
		databaseHooks: {
			session: {
				create: {
					before: async ({ userAgent }) => ({ data: { userAgent: userAgent?.slice(0, userAgentLengthMax) } }),
				},
			},
		},
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix,
			// Only sessions are inserted; columns for other tables are missing.
			database: { generateId: () => makeId("ses"), validateSchema: false },
			ipAddress: { disableIpTracking: true },
		},
		logger: { disabled: true },
		telemetry: { enabled: false },
	});
}

export type Auth = ReturnType<typeof createAuth>;
