import type { NetworkContext } from "../context.ts";
import { findNumber, isE164, type PhoneNumber } from "../numbers.ts";
import { Problem } from "./problem.ts";

export function getNumber(ctx: NetworkContext, written: string): PhoneNumber {
	if (!isE164(written)) throw new Problem(400, "a sender is a number in E.164");
	const found = findNumber(ctx, written);
	if (!found) throw new Problem(404, `the account has no number ${written}`);
	return found;
}
