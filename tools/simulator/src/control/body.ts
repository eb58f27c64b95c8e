import type { Context } from "hono";
import { Problem } from "./problem.ts";

export type Body = Record<string, unknown>;

/** Throws a Problem for anything but a JSON object. */
export async function readBody(context: Context): Promise<Body> {
	const body: unknown = await context.req.json().catch(() => null);
	if (typeof body !== "object" || body === null || Array.isArray(body)) {
		throw new Problem(400, "the body must be a JSON object");
	}
	return body as Body;
}

export function text(body: Body, name: string): string {
	const value = body[name];
	if (typeof value !== "string" || !value) throw new Problem(400, `"${name}" must be a text`);
	return value;
}

export function optionalText(body: Body, name: string): string | null {
	return body[name] === undefined || body[name] === null ? null : text(body, name);
}

export function number(body: Body, name: string, min: number, max: number): number {
	const value = body[name];
	if (typeof value !== "number" || !(value >= min && value <= max)) {
		throw new Problem(400, `"${name}" must be a number from ${min} to ${max}`);
	}
	return value;
}

export function optionalNumber(body: Body, name: string, min: number, max: number): number | null {
	return body[name] === undefined || body[name] === null ? null : number(body, name, min, max);
}

export function oneOf<const Word extends string>(body: Body, name: string, allowed: readonly Word[]): Word {
	const word = allowed.find((candidate) => candidate === body[name]);
	if (word === undefined) throw new Problem(400, `"${name}" must be one of ${allowed.join(", ")}`);
	return word;
}
