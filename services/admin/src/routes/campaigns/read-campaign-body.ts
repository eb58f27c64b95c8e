import { Audience } from "@cloudpbx/contracts/campaigns/audience";
import type { CampaignRecipientInput } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { Context } from "hono";
import * as z from "zod";
import { forbidWithout } from "../../access/guard.ts";
import { invalid } from "../../api.ts";
import { describeBody } from "../../domain/campaigns/campaign-body.ts";
import { collectRecipients, placeRecipients } from "../../domain/campaigns/collect-recipients.ts";
import { type PlacedRecipient, readRecipientRows } from "../../domain/campaigns/read-recipient-rows.ts";
import type { ApiEnv } from "../../env.ts";
import { badField, RefusalError } from "../../refusal-error.ts";
import { decodeCsvBody, refuseCsvFaults } from "../files/read-csv-body.ts";

/** 100,000 recipients with 250 characters each. */
const bodyBytesMax = 25_000_000;

export const takesRecipients = { bodyBytesMax };

export const howRecipientsCome =
	"Up to 100,000 recipients: numbers, or objects with `number` and merge fields; `timeZone` and `state` decide about quiet hours. Or a `text/csv` file, with the rest of the plan in the query. It may be in UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or bars between the cells. Its headings name the columns (`Mobile`, `Phone 1 - Value`, `First Name`); without headings the column of telephone numbers is found by its content. Unreadable input is refused by line and column, and so is a list in which nobody can be texted. 25 MB at most. Or an audience instead of a list: `{ tags, notTags, notTextedForDays }` selects the contacts that have any of the tags now; the message can use their `name`, `firstName`, `company` and `email`.";

const recipientsField = "recipients";

interface PlanSchemas<Plan> {
	json: z.ZodObject & z.ZodType<Plan>;
	query: z.ZodObject & z.ZodType<Plan>;
	/** Without it a draft is read like every other campaign. */
	draft?: Omit<PlanSchemas<Plan>, "draft">;
}

export function recipientsRequest({ json, query, draft }: PlanSchemas<unknown>) {
	return {
		query: query.partial(),
		body: {
			required: true,
			content: {
				// Description only: validation by a schema would copy all recipients.
				"application/json": { schema: describeBody(json, draft?.json) },
				"text/csv": { schema: z.string() },
			},
		},
	};
}

export interface CampaignBody<Plan> {
	plan: Plan;
	recipients: CampaignRecipientInput[] | Audience;
	/** Hash of the request for `Idempotency-Key`; null without such a key. */
	fingerprint: string | null;
}

/** Throws refusals. The text is not kept: with 100,000 recipients memory is short. */
export async function readCampaignBody<Plan>(
	c: Context<ApiEnv>,
	schemas: PlanSchemas<Plan>,
): Promise<CampaignBody<Plan>> {
	const contentType = c.req.header("content-type") ?? "";
	const type = contentType.split(";")[0]?.trim().toLowerCase();
	if (type !== "application/json" && type !== "text/csv") {
		throw new RefusalError(
			{ code: "bad_input", message: "Send the body as application/json or text/csv." },
			{ status: 415 },
		);
	}
	const bytes = new Uint8Array(await c.req.raw.arrayBuffer());
	const isKeyed = c.req.header("idempotency-key") !== undefined;
	const fingerprint = isKeyed ? await fingerprintOf(bytes, c.req.query()) : null;
	if (type === "text/csv") {
		const draft = c.req.query("draft") === "true" ? schemas.draft : undefined;
		const plan = check("query", (draft ?? schemas).query, c.req.query());
		const text = decodeCsvBody(bytes, contentType, recipientsField);
		return { plan, recipients: collect(readRecipientRows(text), draft !== undefined), fingerprint };
	}
	const [parameter] = Object.keys(c.req.query());
	if (parameter !== undefined) {
		throw badField({ in: "query", field: parameter, message: "With JSON, everything is in the body." });
	}
	const { recipients: rows, ...rest } = parseObject(new TextDecoder().decode(bytes));
	const draft = rest.draft === true ? schemas.draft : undefined;
	const plan = check("json", (draft ?? schemas).json, rest);
	if (draft && rows === undefined) return { plan, recipients: [], fingerprint };
	if (typeof rows === "object" && rows !== null && !Array.isArray(rows)) {
		const principal = c.get("principal");
		if (!principal.scopes.includes("contacts:read")) throw forbidWithout(principal, ["contacts:read"]);
		return { plan, recipients: readAudience(rows), fingerprint };
	}
	if (!Array.isArray(rows)) throw badRecipients("A list of recipients is needed, or an audience with tags.");
	return { plan, recipients: collect(placeRecipients(rows), draft !== undefined), fingerprint };
}

function readAudience(value: object): Audience {
	const { success, data, error } = Audience.safeParse(value);
	if (success) return data;
	throw invalid(
		"json",
		new z.ZodError(error.issues.map((issue) => ({ ...issue, path: [recipientsField, ...issue.path] }))),
	);
}

async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>, query: Record<string, string>): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return JSON.stringify([Array.from(hash), Object.entries(query).sort()]);
}

function check<Plan>(target: "json" | "query", schema: z.ZodType<Plan>, value: unknown): Plan {
	const { success, data, error } = schema.safeParse(value);
	if (!success) throw invalid(target, error);
	return data;
}

function parseObject(text: string): Record<string, unknown> {
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
	} catch {
		// Answered below, like every other body that is no object.
	}
	throw badField({ in: "body", field: "", message: "The body is not a JSON object." });
}

function collect(rows: Iterable<PlacedRecipient>, mayBeNone: boolean): CampaignRecipientInput[] {
	const collected = refuseCsvFaults(recipientsField, () => collectRecipients(rows, mayBeNone));
	if (collected.ok) return collected.value;
	if (collected.error.code === "limit_exceeded") throw new RefusalError(collected.error, { status: 413 });
	throw badRecipients(collected.error.message);
}

function badRecipients(message: string): RefusalError {
	return badField({ in: "body", field: recipientsField, message });
}
