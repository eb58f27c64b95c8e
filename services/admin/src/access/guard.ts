import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { isOwner, type Principal } from "../domain/people/principal.ts";
import { isFromElsewhere } from "../domain/sign-in/is-from-elsewhere.ts";
import type { ApiEnv } from "../env.ts";
import { RefusalError } from "../refusal-error.ts";
import type { Alongside } from "./alongside.ts";
import { authenticate } from "./authenticate.ts";

/**
 * What a route asks of whoever calls it: a scope; `anyone` with valid credentials; a `person` who is signed in; or an
 * `owner`, besides `settings:write`.
 */
export type Access = Scope | "anyone" | "person" | "owner";

/**
 * Lets a request through, or answers 401 or 403 with what is missing. Runs before anything of the request is read; what is
 * read `alongside` the credential waits in the context.
 */
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

/** Cookies and Access travel with requests that other sites make; a key never does, so it needs no such check. */
export const refuseOtherSites = createMiddleware<ApiEnv>(async (c, next) => {
	refuseElsewhere(c, c.req.method);
	await next();
});

/** A WebSocket is opened with GET, by any site, and its answers can be read there. */
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

/** The refusal of somebody who has none of these scopes, of which one would do. */
export function forbidWithout(principal: Principal, scopes: readonly Scope[]): RefusalError {
	const who = principal.kind === "key" ? "This key" : `Your role (${principal.role})`;
	return forbid(`${who} lacks the scope ${scopes.join(" or ")}.`);
}

function forbid(message: string): RefusalError {
	return new RefusalError({ code: "forbidden", message });
}
