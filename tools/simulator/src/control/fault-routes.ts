import { Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { type Fault, type FaultEffect, listFaults, replaceFaults } from "../faults.ts";
import { Problem } from "./problem.ts";

const effects: Readonly<Record<keyof FaultEffect, string | null>> = {
	status: "number",
	code: "number",
	body: null,
	delayMs: "number",
	dropBeforeAccept: "boolean",
	dropAfterAccept: "boolean",
	duplicate: "boolean",
	outOfOrder: "boolean",
};

const effectNames = Object.keys(effects).join(", ");

export function faultRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.get("/", (context) => context.json({ items: listFaults(ctx) }))
		.put("/", async (context) => {
			const body: unknown = await context.req.json().catch(() => null);
			if (!Array.isArray(body)) throw new Problem(400, "the body must be a JSON list");
			replaceFaults(ctx, body.map(readFault));
			return context.json({ items: listFaults(ctx) });
		});
}

function readFault(value: unknown): Fault {
	const { match, effect, times } = (value ?? {}) as Record<string, unknown>;
	if (typeof match !== "string" || !match) throw new Problem(400, '"match" must be a text');
	if (typeof effect !== "object" || effect === null || Array.isArray(effect))
		throw new Problem(400, '"effect" must be an object');
	if (!Object.keys(effect).length)
		throw new Problem(400, `"effect" must name at least one of ${effectNames}`);
	for (const [name, setting] of Object.entries(effect)) {
		const type = Object.entries(effects).find(([known]) => known === name)?.[1];
		if (type === undefined) throw new Problem(400, `there is no effect "${name}", only ${effectNames}`);
		if (type !== null && typeof setting !== type)
			throw new Problem(400, `effect "${name}" must be a ${type}`);
	}
	if (times === undefined || times === null) return { match, effect };
	if (!Number.isInteger(times) || Number(times) < 1)
		throw new Problem(400, '"times" must be a whole number from 1');
	return { match, effect, times: Number(times) };
}
