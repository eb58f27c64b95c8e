import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Session } from "@cloudpbx/contracts/api/session";
import { askAnybody } from "../api/ask.ts";
import { api } from "../api/client.ts";
import { toRefusal } from "../api/refusal.ts";
import { forgetEverything, peek, put, type Resource, use } from "../api/resource.ts";
import { dropDrafts, useDraftsOf } from "../state/drafts.ts";

export const sessionResource: Resource<Session> = {
	key: "session",
	load: (signal) => askAnybody(() => api.session.$get({}, { init: { signal } })),
	staleAfter: (event) => event.kind !== "campaign",
};

/** Null: not signed in. Throws a refusal when the server cannot be reached. */
export async function loadSession(): Promise<Session | null> {
	try {
		return enter(await sessionResource.load(new AbortController().signal, undefined));
	} catch (error) {
		if (toRefusal(error).code === "unauthenticated") return null;
		throw error;
	}
}

export function enter(session: Session): Session {
	const before = peek(sessionResource)?.person?.id;
	if (before !== undefined && before !== session.person?.id) forgetEverything();
	useDraftsOf(session.person?.id ?? null);
	put(sessionResource, session);
	return session;
}

/** For views. Null before the sign-in. */
export function useSession(): Session | null {
	return peek(sessionResource) ? (use(sessionResource).data ?? null) : null;
}

export function currentSession(): Session | null {
	return peek(sessionResource) ?? null;
}

/** Actions that are not allowed are not offered. */
export function can(scope: Scope | null): boolean {
	return scope === null || (currentSession()?.scopes.includes(scope) ?? false);
}

const lastActs: (() => Promise<unknown>)[] = [];
/** Maximum time that signing out waits for requests. */
const lastActsMilliseconds = 3000;

/** Registers work that needs the session, such as sending held texts. */
export function beforeSignOut(act: () => Promise<unknown>): void {
	lastActs.push(act);
}

/** Ends the session and deletes the drafts of this browser. */
export async function signOut(): Promise<void> {
	const enough = new Promise((resolve) => setTimeout(resolve, lastActsMilliseconds));
	await Promise.race([enough, Promise.allSettled(lastActs.map((act) => act()))]);
	await askAnybody(() => api.auth["sign-out"].$post());
	dropDrafts();
	forgetEverything();
	location.assign("/sign-in");
}
