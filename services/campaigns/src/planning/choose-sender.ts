import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { readNumber } from "@cloudpbx/domain/numbering/read-number";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Context } from "../context.ts";

/** The sending number in E.164: the given number or the main line. Of several main lines the toll-free one. */
export async function chooseSender({ db }: Context, typed: string | undefined): Promise<Result<string>> {
	const read = typed === undefined ? null : readNumber(typed, "US");
	if (read && !read.ok) return refuse("bad_input", `fromNumber: ${read.reason}`);
	const [line] = await db
		.select({ number: phoneNumbers.number })
		.from(phoneNumbers)
		.where(
			and(
				isNull(phoneNumbers.releasingAt),
				read ? eq(phoneNumbers.number, read.number) : isNull(phoneNumbers.extensionId),
			),
		)
		.orderBy(desc(phoneNumbers.kind), asc(phoneNumbers.createdAt))
		.limit(1);
	if (line) return accept(line.number);
	return read
		? refuse("bad_input", `fromNumber: ${read.number} is not a number of the company.`)
		: refuse("precondition_failed", "The company has no number to text from.");
}
