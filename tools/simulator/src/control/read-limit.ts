import type { Context } from "hono";
import { Problem } from "./problem.ts";

export function readLimit(context: Context, usual: number, max: number): number {
	const written = context.req.query("limit");
	if (!written) return usual;
	const wanted = Number(written);
	if (!Number.isInteger(wanted) || wanted < 1)
		throw new Problem(400, '"limit" must be a whole number from 1');
	return Math.min(wanted, max);
}
