import type { View } from "../src/parts/view.ts";

/** What the server says to a request: JSON, or the bytes of a blob. */
export type StagedAnswer =
	| unknown
	/** A refusal. */
	| { status: number; problem: { code: string; detail: string; errors?: unknown[] } };

/**
 * One state of one view: the whole dashboard at an address, before a server that gives these answers. What a scene does not
 * answer is what `fixtures/company.ts` says; `"never"` leaves the request open.
 */
export interface Scene {
	/** In kebab case, unique: `inbox-empty`. */
	name: string;
	/** Where the dashboard is opened. */
	path: string;
	/** By method and path, such as `GET /api/calls`; a query only where it matters: `GET /api/calls?outcome=missed`. */
	answers?: Record<string, StagedAnswer>;
	/** Done once the page is still: opens a menu, types. */
	act?: () => void | Promise<void>;
	/** Shown instead of a page, in its place: parts by themselves. */
	view?: () => View;
	/** Nobody is signed in. */
	isSignedOut?: boolean;
}

/** Everything on the stage happens around this moment, in UTC. */
export const stageNow = Date.parse("2026-11-29T17:41:00Z");

/** An instant before it. */
export function ago(amount: { days?: number; hours?: number; minutes?: number; seconds?: number }): string {
	const { days = 0, hours = 0, minutes = 0, seconds = 0 } = amount;
	return new Date(stageNow - (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000).toISOString();
}

export function refusal(status: number, code: string, detail: string, errors?: unknown[]): StagedAnswer {
	return { status, problem: { code, detail, ...(errors && { errors }) } };
}
