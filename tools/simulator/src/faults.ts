import type { StorageContext } from "./storage/storage-context.ts";

export interface FaultEffect {
	status?: number;
	code?: number;
	body?: unknown;
	delayMs?: number;
	dropBeforeAccept?: boolean;
	dropAfterAccept?: boolean;
	duplicate?: boolean;
	outOfOrder?: boolean;
}

export interface Fault {
	match: string;
	effect: FaultEffect;
	times?: number;
}

type FaultRow = { seq: number; match: string; effect: string; remaining: number | null };

export function replaceFaults(ctx: StorageContext, faults: readonly Fault[]): void {
	ctx.sql.exec("DELETE FROM faults");
	for (const { match, effect, times } of faults) {
		ctx.sql.exec(
			"INSERT INTO faults (match, effect, remaining) VALUES (?, ?, ?)",
			match,
			JSON.stringify(effect),
			times ?? null,
		);
	}
}

export function listFaults(ctx: StorageContext): (Fault & { times?: number })[] {
	return readFaults(ctx).map((row) => ({
		match: row.match,
		effect: JSON.parse(row.effect) as FaultEffect,
		...(row.remaining !== null && { times: row.remaining }),
	}));
}

/** Uses up one strike of the first fault that matches. Null when none does. */
export function takeFault(ctx: StorageContext, target: string): FaultEffect | null {
	const row = readFaults(ctx).find(
		({ match, remaining }) => remaining !== 0 && toPattern(match).test(target),
	);
	if (!row) return null;
	ctx.sql.exec("UPDATE faults SET remaining = remaining - 1 WHERE seq = ?", row.seq);
	return JSON.parse(row.effect) as FaultEffect;
}

export async function delay(fault: FaultEffect | null): Promise<void> {
	if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
}

function readFaults(ctx: StorageContext): FaultRow[] {
	return ctx.sql.exec<FaultRow>("SELECT * FROM faults ORDER BY seq").toArray();
}

/** `*` matches any text, slashes included. */
function toPattern(match: string): RegExp {
	const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
	return new RegExp(`^${match.split("*").map(literal).join(".*")}$`, "s");
}
