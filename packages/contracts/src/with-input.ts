import type * as z from "zod";
import { type Result, refuse } from "./errors.ts";

/** Runs `work` with the checked input, or refuses with `bad_input` that names the first wrong field. */
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
