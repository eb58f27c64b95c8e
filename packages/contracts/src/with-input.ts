import type * as z from "zod";
import { type Result, refuse } from "./errors.ts";

/**
 * What an RPC method does with what it is handed: work with it, or refuse with `bad_input` and the first field that is wrong,
 * named as the person who filled it in knows it.
 */
export async function withInput<Input, Value>(
	schema: z.ZodType<Input>,
	input: unknown,
	work: (input: Input) => Promise<Result<Value>>,
): Promise<Result<Value>> {
	const parsed = schema.safeParse(input);
	return parsed.success ? work(parsed.data) : refuse("bad_input", describe(parsed.error));
}

function describe({ issues: [issue] }: z.ZodError): string {
	if (!issue) return "This cannot be read.";
	const field = issue.path.filter((part) => typeof part === "string").at(-1);
	const isNamed = field === undefined || issue.message.startsWith(`${field}: `);
	return isNamed ? issue.message : `${field}: ${issue.message}`;
}
