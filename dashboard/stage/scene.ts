import type { View } from "../src/parts/view.ts";

/** An answer of the server: JSON, or the bytes of a blob. */
export type StagedAnswer =
	| unknown
	| { status: number; problem: { code: string; detail: string; errors?: unknown[] } };

/**
 * One state of one view: the whole dashboard at an address, with given answers. `fixtures/company.ts` gives the
 * other answers; `"never"` leaves the request open.
 */
export interface Scene {
	/** Kebab case, unique: `inbox-empty`. */
	name: string;
	path: string;
	/**
	 * By method and path, such as `GET /api/calls`; the query only where it matters: `GET /api/calls?outcome=missed`.
	 */
	answers?: Record<string, StagedAnswer>;
	/** Runs once the page is still. */
	act?: () => void | Promise<void>;
	/** Replaces the page, for parts by themselves. */
	view?: () => View;
	isSignedOut?: boolean;
}

/** The stage's present. */
export const stageNow = Date.parse("2026-11-29T17:41:00Z");

export function ago(amount: { days?: number; hours?: number; minutes?: number; seconds?: number }): string {
	const { days = 0, hours = 0, minutes = 0, seconds = 0 } = amount;
	return new Date(stageNow - (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000).toISOString();
}

export function refusal(status: number, code: string, detail: string, errors?: unknown[]): StagedAnswer {
	return { status, problem: { code, detail, ...(errors && { errors }) } };
}
