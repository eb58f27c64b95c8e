import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { isOwner, type Principal } from "../domain/people/principal.ts";
import { isFromElsewhere } from "../domain/sign-in/is-from-elsewhere.ts";
import type { ApiEnv } from "../env.ts";
import { RefusalError } from "../refusal-error.ts";
import type { Alongside } from "./alongside.ts";
import { authenticate } from "./authenticate.ts";

/** A scope, any valid credentials, a signed-in `person`, or an `owner` (with `settings:write`). */
export type Access = Scope | "anyone" | "person" | "owner";

/** Answers 401 or 403 before anything of the request is read. */
export function guard(access: Access, alongside: Alongside | null = null) {
	return createMiddleware<ApiEnv>(async (c, next) => {
		const { principal, read } = await authenticate(c, alongside);
		if (principal === null) {
			throw new RefusalError(
				{ code: "unauthenticated", message: "Sign in, or send an API key as a bearer token." },
				{ headers: { "www-authenticate": 'Bearer realm="CloudPBX"' } },
			);
		}
		if (access === "person" && principal.kind !== "user") {
			throw forbid("Only a person can do this; a key cannot.");
		}
		const scope = scopeOf(access);
		if (scope !== null && !principal.scopes.includes(scope)) throw forbidWithout(principal, [scope]);
		if (access === "owner" && !isOwner(principal)) {
			throw forbid("Only an owner can do this (users:write, keys:write).");
		}
		c.set("principal", principal);
		c.set("alongside", read);
		await next();
	});
}

export function scopeOf(access: Access): Scope | null {
	if (access === "anyone" || access === "person") return null;
	return access === "owner" ? "settings:write" : access;
}

/** Browsers send cookies and Access tokens with requests of other sites; they never send a key. */
export const refuseOtherSites = createMiddleware<ApiEnv>(async (c, next) => {
	refuseElsewhere(c, c.req.method);
	await next();
});

/** Any site can open a WebSocket with GET and read its answers. */
export function refuseEveryOtherSite(c: Context<ApiEnv>): void {
	refuseElsewhere(c, "CONNECT");
}

function refuseElsewhere(c: Context<ApiEnv>, method: string): void {
	const isElsewhere = isFromElsewhere({
		method,
		ownOrigin: new URL(c.req.url).origin,
		origin: c.req.header("origin"),
		fetchSite: c.req.header("sec-fetch-site"),
	});
	if (isElsewhere && c.req.header("authorization") === undefined) {
		throw forbid("This request comes from another site.");
	}
}

export function forbidWithout(principal: Principal, scopes: readonly Scope[]): RefusalError {
	const who = principal.kind === "key" ? "This key" : `Your role (${principal.role})`;
	return forbid(`${who} lacks the scope ${scopes.join(" or ")}.`);
}

function forbid(message: string): RefusalError {
	return new RefusalError({ code: "forbidden", message });
}
