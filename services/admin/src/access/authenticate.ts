import { describeError, log } from "@cloudpbx/kit/log";
import type { Context } from "hono";
import { createContext, type Context as RequestContext } from "../context.ts";
import type { Principal } from "../domain/people/principal.ts";
import type { ApiEnv } from "../env.ts";
import type { Alongside } from "./alongside.ts";
import {
	type Holder,
	type HolderRow,
	keyHolder,
	personHolder,
	sessionHolder,
	toPrincipal,
} from "./holder.ts";
import { isUseNews, noteUse } from "./note-use.ts";
import { hashSecret } from "./secret.ts";
import { readSessionToken } from "./session-cookie.ts";
import { isAccessConfigured, verifyAccessToken } from "./verify-access-token.ts";

/** The first credential decides: key, Cloudflare Access, then cookie. One round trip at most. */
export async function authenticate(
	c: Context<ApiEnv>,
	alongside: Alongside | null,
): Promise<{ principal: Principal | null; read: readonly unknown[] }> {
	const ctx = createContext(c.env, c.get("requestId"));
	const { db, now } = ctx;
	const holder = await findHolder(c, ctx);
	if (holder === null) return { principal: null, read: [] };
	const statement = db.select().from(holder);
	const statements = alongside?.statements({ db, holder, now }) ?? [];
	const [[row], ...read] =
		statements.length === 0 ? [await statement] : await db.batch([statement, ...statements]);
	if (!row) return { principal: null, read: [] };
	noteLater(c, ctx, row);
	return { principal: toPrincipal(row), read };
}

async function findHolder(c: Context<ApiEnv>, ctx: RequestContext): Promise<Holder | null> {
	const authorization = c.req.header("authorization");
	if (authorization !== undefined) {
		const [, key] = authorization.match(/^Bearer +(\S+) *$/i) ?? [];
		return key === undefined ? null : keyHolder(ctx, await hashSecret(key));
	}
	const accessToken = c.req.header("cf-access-jwt-assertion");
	if (accessToken !== undefined && isAccessConfigured(c.env)) {
		const email = await verifyAccessToken(accessToken, c.env, ctx.now);
		return email === null ? null : personHolder(ctx, email);
	}
	const token = await readSessionToken(c);
	return token === null ? null : sessionHolder(ctx, token);
}

function noteLater(c: Context<ApiEnv>, ctx: RequestContext, row: HolderRow): void {
	if (!isUseNews(row, ctx.now)) return;
	const { kind, id, sessionId } = row;
	c.executionCtx.waitUntil(
		noteUse(ctx, row).catch((error: unknown) =>
			log.warn("use_not_noted", { kind, id: sessionId ?? id, reason: describeError(error) }),
		),
	);
}
