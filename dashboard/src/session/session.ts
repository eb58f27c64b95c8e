import type { Scope } from "@cloudpbx/contracts/api/scopes";
import type { Session } from "@cloudpbx/contracts/api/session";
import { askAnybody } from "../api/ask.ts";
import { api } from "../api/client.ts";
import { toRefusal } from "../api/refusal.ts";
import { forgetEverything, peek, put, type Resource, use } from "../api/resource.ts";
import { dropDrafts, useDraftsOf } from "../state/drafts.ts";

/** The signed-in person and the badges, which are read again after live news. */
export const sessionResource: Resource<Session> = {
	key: "session",
	load: (signal) => askAnybody(() => api.session.$get({}, { init: { signal } })),
	hears: (event) => event.kind !== "campaign",
};

/** Null: nobody is signed in. Throws a refusal when the server cannot be asked. */
export async function loadSession(): Promise<Session | null> {
	try {
		return enter(await sessionResource.load(new AbortController().signal, undefined));
	} catch (error) {
		if (toRefusal(error).code === "unauthenticated") return null;
		throw error;
	}
}

/** After a sign-in: another person finds nothing of the one before. */
export function enter(session: Session): Session {
	const before = peek(sessionResource)?.person?.id;
	if (before !== undefined && before !== session.person?.id) forgetEverything();
	useDraftsOf(session.person?.id ?? null);
	put(sessionResource, session);
	return session;
}

/** For views, while they draw. Null before the sign-in. */
export function useSession(): Session | null {
	return peek(sessionResource) ? (use(sessionResource).data ?? null) : null;
}

export function currentSession(): Session | null {
	return peek(sessionResource) ?? null;
}

/** Whether who sits here may do it. What they may not do is not offered. */
export function can(scope: Scope | null): boolean {
	return scope === null || (currentSession()?.scopes.includes(scope) ?? false);
}

const lastActs: (() => Promise<unknown>)[] = [];
/** How long signing out waits for what is still under way, in milliseconds. */
const lastActsMilliseconds = 3000;

/** What has to be done while the session lasts, such as sending what is held back. */
export function beforeSignOut(act: () => Promise<unknown>): void {
	lastActs.push(act);
}

/** Ends the session, forgets what was written in this browser, and leads to the sign-in. */
export async function signOut(): Promise<void> {
	const enough = new Promise((resolve) => setTimeout(resolve, lastActsMilliseconds));
	await Promise.race([enough, Promise.allSettled(lastActs.map((act) => act()))]);
	await askAnybody(() => api.auth["sign-out"].$post());
	dropDrafts();
	forgetEverything();
	location.assign("/sign-in");
}
