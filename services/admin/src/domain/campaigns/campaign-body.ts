import { Audience } from "@cloudpbx/contracts/campaigns/audience";
import { recipientsMax } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { CampaignPlan, ChangeCampaign, DraftPlan } from "@cloudpbx/contracts/campaigns/campaigns";
import { ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import * as z from "zod";
import { Flag } from "../lists/list-field.ts";

export const StartAt = z.iso
	.datetime({ offset: true })
	.transform((text) => new Date(text).toISOString())
	// Near year 9999 an offset can lead to a five-digit year in UTC, which the API does not accept.
	.refine((text) => /^\d{4}-/.test(text), "This lies outside of the years 0000 to 9999 in UTC.")
	.nullable();

/** Unknown names are refused: a misspelt `startAt` would start the campaign at once. */
const Plan = z.strictObject({ ...CampaignPlan.shape, startAt: StartAt.optional() });
const name = Plan.shape.name.default("Preview");
const draft = z.boolean().optional().meta({ description: "True: it waits for being scheduled." });
const unwritten = { name: Plan.shape.name.default("Untitled"), message: DraftPlan.shape.message.default("") };

export const NewCampaign = Plan.extend({ draft });
export const NewDraft = Plan.extend({ ...unwritten, draft: z.literal(true) });
export const PreviewedCampaign = NewCampaign.extend({ name });
export const ChangedCampaign = z.strictObject({ ...ChangeCampaign.shape, startAt: StartAt.optional() });
export const PreviewedChange = ChangedCampaign.omit({ version: true });
export const NoPlan = z.strictObject({});

const flag = Flag.optional();

const PlanInQuery = Plan.extend({
	quietHours: flag,
	requireConsent: flag,
	ratePerSecond: z.coerce.number().min(ratePerSecondLimits.min).max(ratePerSecondLimits.max).optional(),
	startAt: StartAt.unwrap().optional(),
});
export const NewCampaignInQuery = PlanInQuery.extend({ draft: flag });
export const NewDraftInQuery = PlanInQuery.extend({
	...unwritten,
	draft: z.literal("true").transform(() => true as const),
});
export const PreviewedCampaignInQuery = NewCampaignInQuery.extend({ name });

const Recipient = z.union([
	z.string().meta({ description: "The number." }),
	z
		.object({
			number: z.string().optional().meta({ description: "Also `phone`, `mobile`, `phoneNumber` or `to`." }),
			timeZone: z
				.string()
				.optional()
				.meta({ description: "IANA name of a place in the number's country; the recipient's own." }),
			state: z.string().optional().meta({ description: "Abbreviation or name; the recipient's own." }),
			fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
		})
		.catchall(z.union([z.string(), z.number()]).meta({ description: "A merge field." })),
]);

/** For the OpenAPI description only; rows are read one by one (collect-recipients.ts). */
const recipients = z.array(Recipient).max(recipientsMax).meta({
	description: "Entries without a telephone number are set aside with the reason.",
});

/** JSON Schema of a campaign body with its recipients; a draft may omit them. */
export function describeBody(plan: z.ZodObject, draft?: z.ZodObject): Record<string, unknown> {
	const whole = z.strictObject({ ...plan.shape, recipients: z.union([recipients.min(1), Audience]) });
	const either = draft
		? z.union([
				whole,
				z.strictObject({ ...draft.shape, recipients: z.union([recipients, Audience]).optional() }),
			])
		: whole;
	const { $schema: _, ...schema } = z.toJSONSchema(either, { io: "input" });
	return schema;
}
