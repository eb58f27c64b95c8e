import { openDb } from "@cloudpbx/db/open-db";
import { accounts, sessions, users } from "@cloudpbx/db/schema/admin";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { hashPassword, verifyPassword } from "./password.ts";
import { makeId } from "./secret.ts";
import { cookiePrefix, readAuthSecret } from "./session-cookie.ts";

/** Somebody who stays signed in has to give the password again after two weeks. */
const sessionSeconds = 14 * 24 * 3600;

/** Longer than any browser's. */
const userAgentLengthMax = 300;

export interface AuthBindings {
	DB: D1Database;
	AUTH_SECRET: string;
}

/**
 * better-auth, for one request: it checks passwords and makes and ends sessions. Its own routes, sign-up and limits are
 * not used: routes/auth.ts declares what there is, and operations/count-attempt.ts counts in the database.
 */
export function createAuth(env: AuthBindings, origin: string) {
	return betterAuth({
		baseURL: origin,
		secret: readAuthSecret(env),
		database: drizzleAdapter(openDb(env.DB), {
			provider: "sqlite",
			schema: { user: users, session: sessions, account: accounts },
			// D1 has none.
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
					// Shown to the person; a browser may send any length of it.
					before: async ({ userAgent }) => ({ data: { userAgent: userAgent?.slice(0, userAgentLengthMax) } }),
				},
			},
		},
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix,
			// Sessions are all that it inserts; the columns it would need for more are not there.
			database: { generateId: () => makeId("ses"), validateSchema: false },
			// Where somebody is says more about them than the list of their sessions needs.
			ipAddress: { disableIpTracking: true },
		},
		logger: { disabled: true },
		telemetry: { enabled: false },
	});
}

export type Auth = ReturnType<typeof createAuth>;
