import { openDb } from "@cloudpbx/db/open-db";
import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "hono";
import type { Principal } from "../domain/principal.ts";
import type { ApiEnv } from "../env.ts";
import { loadKey, loadPerson, loadSession, noteKeyUse } from "./load-principal.ts";
import { readSessionToken } from "./session-cookie.ts";
import { isAccessConfigured, verifyAccessToken } from "./verify-access-token.ts";

/**
 * Who asks, or null. The first credential that is there decides: a key, then Cloudflare Access where it is configured,
 * then the cookie. A wrong one is never made good by another. One statement at most.
 */
export async function authenticate(c: Context<ApiEnv>): Promise<Principal | null> {
	const authorization = c.req.header("authorization");
	if (authorization !== undefined) return authenticateKey(c, authorization);
	const accessToken = c.req.header("cf-access-jwt-assertion");
	if (accessToken !== undefined && isAccessConfigured(c.env)) {
		const email = await verifyAccessToken(accessToken, c.env, new Date());
		return email === null ? null : loadPerson(openDb(c.env.DB), email, c.env.ENVIRONMENT);
	}
	const token = await readSessionToken(c);
	return token === null ? null : loadSession(openDb(c.env.DB), token, c.env.ENVIRONMENT, new Date());
}

async function authenticateKey(c: Context<ApiEnv>, authorization: string): Promise<Principal | null> {
	const [, key] = authorization.match(/^Bearer +(\S+) *$/i) ?? [];
	if (key === undefined) return null;
	const db = openDb(c.env.DB);
	const now = new Date();
	const use = await loadKey(db, key, c.env.ENVIRONMENT, now);
	if (use?.isUseNews) {
		c.executionCtx.waitUntil(
			noteKeyUse(db, use.principal.id, now).catch((error: unknown) =>
				log.warn("key_use_not_noted", { keyId: use.principal.id, reason: describeError(error) }),
			),
		);
	}
	return use?.principal ?? null;
}
