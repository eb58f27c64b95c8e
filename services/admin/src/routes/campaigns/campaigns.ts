import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import {
	CampaignRecipient,
	ListRecipients,
	RecipientStatus,
	recipientsMax,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import {
	Campaign,
	CampaignOutcomes,
	CampaignProgress,
	CampaignStatus,
} from "@cloudpbx/contracts/campaigns/campaigns";
import { SendText } from "@cloudpbx/contracts/texts/conversation-input";
import { Message } from "@cloudpbx/contracts/texts/messages";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import {
	ChangedCampaign,
	NewCampaign,
	NewCampaignInQuery,
	NewDraft,
	NewDraftInQuery,
	NoPlan,
	PreviewedCampaign,
	PreviewedCampaignInQuery,
	PreviewedChange,
	StartAt,
} from "../../domain/campaigns/campaign-body.ts";
import type { ApiEnv } from "../../env.ts";
import {
	type CampaignCommand,
	commandCampaign,
	deleteCampaign,
	replaceRecipients,
	scheduleCampaign,
	testCampaign,
	updateCampaign,
} from "../../operations/campaigns/change-campaign.ts";
import { createCampaign, duplicateCampaign } from "../../operations/campaigns/create-campaign.ts";
import { exportRecipients } from "../../operations/campaigns/export-recipients.ts";
import { unwrap } from "../../refusal-error.ts";
import { csvAnswer, isCsvWanted, respondWithCsv, respondWithPage } from "../lists/respond-with-page.ts";
import { contextOf, IdParam } from "../request.ts";
import { readCampaignBody, recipientsRequest, takesRecipients } from "./read-campaign-body.ts";

const tags = ["Campaigns"];
const asItIsNow = { 200: jsonAnswer(Campaign, "As it is now.") };
const columns = [
	"number",
	"status",
	"reason",
	"errorCode",
	"segments",
	"messageId",
	"updatedAt",
	"repliedAt",
	"optedOutAt",
] as const;
const filename = "recipients.csv";

const created = {
	json: NewCampaign,
	query: NewCampaignInQuery,
	draft: { json: NewDraft, query: NewDraftInQuery },
};
const previewed = { json: PreviewedCampaign, query: PreviewedCampaignInQuery };
const replaced = { json: NoPlan, query: NoPlan };

const Flag = z.enum(["true", "false"]).transform((word) => word === "true");
const IdempotencyHeader = z.object({ "idempotency-key": z.string().min(1).max(200).optional() });
const howRecipientsCome =
	"Up to 100,000 recipients: numbers, or objects with `number` and merge fields, of which `timeZone` and `state` decide about quiet hours. Or a `text/csv` file with the rest of the plan in the query, in UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or bars between the cells: its headings name the columns (`Mobile`, `Phone 1 - Value`, `First Name`); without them the column of telephone numbers is found by what stands in it. What is not understood, and a list in which nobody can be texted, is refused by line and column. 25 MB at most. Instead of a list, an audience: `{ tags, notTags, notTextedForDays }`, the contacts with any of the tags, as they are at this moment; the message knows their `name`, `firstName`, `company` and `email`.";

export const campaigns = createApi()
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns",
			tags,
			summary: "List campaigns",
			description: "Latest first.",
			request: { query: PageQuery.extend({ status: CampaignStatus.optional() }) },
			responses: { 200: jsonAnswer(pageOf(Campaign), "One page.") },
		}),
		async (c) => {
			const list = c.env.CAMPAIGNS.listCampaigns(c.req.valid("query"));
			return c.json(unwrap(await askService("campaigns", list)), 200);
		},
	)
	.openapi(
		guardedRoute(
			"campaigns:write",
			{
				method: "post",
				path: "/api/campaigns",
				tags,
				summary: "Create a campaign",
				description: `It starts at \`startAt\`, or at once, unless it is a \`draft\`, which may have neither a message nor recipients yet. ${howRecipientsCome} With the header \`Idempotency-Key\` the same request again is the same campaign, and another one under the same key is refused. So are a start in the past and merge fields of other systems in the message.`,
				request: { ...recipientsRequest(created), headers: IdempotencyHeader },
				responses: { 201: jsonAnswer(Campaign, "Everybody is stored, also those who are set aside.") },
			},
			takesRecipients,
		),
		async (c) => {
			const { plan: sent, recipients, fingerprint } = await readCampaignBody(c, created);
			const { draft: isDraft = false, ...plan } = sent;
			const idempotencyKey = c.req.valid("header")["idempotency-key"] ?? null;
			const input = { plan, recipients, isDraft, idempotencyKey, fingerprint };
			return c.json(unwrap(await createCampaign(contextOf(c), input)), 201);
		},
	)
	.openapi(
		guardedRoute(
			// It tells of any number whether it is opted out, which only whoever may text everybody needs to know.
			"campaigns:write",
			{
				method: "post",
				path: "/api/campaigns/preview",
				tags,
				summary: "See what would become of a campaign",
				description: `Nothing is stored or sent: who would be set aside and why, segments, cost and duration. The body is that of creating one; \`name\` may be absent. ${howRecipientsCome}`,
				request: recipientsRequest(previewed),
				responses: { 200: jsonAnswer(CampaignPreview, "What would become of it.") },
			},
			takesRecipients,
		),
		async (c) => {
			const { plan: sent, recipients } = await readCampaignBody(c, previewed);
			const { draft: _, ...plan } = sent;
			const preview = c.env.CAMPAIGNS.previewCampaign({ plan, recipients });
			return c.json(unwrap(await askService("campaigns", preview)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns/{id}",
			tags,
			summary: "Get a campaign with its progress",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(CampaignProgress, "How far it is, and when it will end.") },
		}),
		async (c) => {
			const campaign = c.env.CAMPAIGNS.getCampaign(c.req.valid("param").id);
			return c.json(unwrap(await askService("campaigns", campaign)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "put",
			path: "/api/campaigns/{id}",
			tags,
			summary: "Change a campaign",
			description:
				"A draft or a scheduled one. What is absent stays; `startAt: null` means at once. With a `version` that is no longer the campaign's nothing is changed: 409 with `current` and `sent`.",
			request: { params: IdParam, body: jsonBody(ChangedCampaign) },
			responses: asItIsNow,
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			return c.json(unwrap(await updateCampaign(contextOf(c), id, c.req.valid("json"))), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "delete",
			path: "/api/campaigns/{id}",
			tags,
			summary: "Delete a draft",
			description: "With its recipients, for good. Every other state: 412.",
			request: { params: IdParam },
			responses: { 204: { description: "It is gone." } },
		}),
		async (c) => {
			unwrap(await deleteCampaign(contextOf(c), c.req.valid("param").id));
			return c.body(null, 204);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/preview",
			tags,
			summary: "See what would become of a stored campaign",
			description:
				"Of a draft or a scheduled one with its stored recipients, as if the plan in the body had been saved; `{}` is the plan as it is. Nothing is stored or sent. `position` asks for the text of that recipient besides those of the first and the longest one.",
			request: {
				params: IdParam,
				query: z.object({ position: z.coerce.number().int().min(0).max(recipientsMax).optional() }),
				body: jsonBody(PreviewedChange),
			},
			responses: { 200: jsonAnswer(CampaignPreview, "What would become of it.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { position = null } = c.req.valid("query");
			const preview = c.env.CAMPAIGNS.previewStored(id, c.req.valid("json"), position);
			return c.json(unwrap(await askService("campaigns", preview)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/duplicate",
			tags,
			summary: "Duplicate a campaign as a draft",
			description:
				"A campaign in any state: the same plan without `startAt`, and the same recipients, set aside anew by what is known now. With the header `Idempotency-Key` the same request again is the same draft.",
			request: { params: IdParam, headers: IdempotencyHeader },
			responses: { 201: jsonAnswer(Campaign, "The new draft.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const source = { id, idempotencyKey: c.req.valid("header")["idempotency-key"] ?? null };
			const copied = await duplicateCampaign(contextOf(c), source);
			return c.json(unwrap(copied), 201);
		},
	)
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns/{id}/outcomes",
			tags,
			summary: "Count the outcomes of a campaign",
			description:
				"Recipients by status; the skipped, failed and undelivered ones also by reason and the carrier's code.",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(CampaignOutcomes, "The groups add up to `counts`.") },
		}),
		async (c) => {
			const outcomes = c.env.CAMPAIGNS.getOutcomes(c.req.valid("param").id);
			return c.json(unwrap(await askService("campaigns", outcomes)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns/{id}/recipients",
			tags,
			summary: "List the recipients of a campaign",
			description:
				"By `status`, each with the reason why it was skipped, is held, or failed. `q` finds them by their number, its beginning or its end as typed, or by a field's value. A page of a search, or of `replied` and `optedOut`, may be short or empty: `nextCursor` leads to the rest. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 100,000 a file; the next part is then in `Link`.",
			request: {
				params: IdParam,
				query: PageQuery.extend({
					limit: PageQuery.shape.limit.unwrap().optional(),
					status: RecipientStatus.optional(),
					q: ListRecipients.shape.query.meta({ description: "Part of a number or of a field's value." }),
					replied: Flag.optional(),
					optedOut: Flag.optional(),
				}),
			},
			responses: { 200: csvAnswer(jsonAnswer(pageOf(CampaignRecipient), "One page.")) },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { q: search, ...rest } = c.req.valid("query");
			const query = { ...rest, ...(search !== undefined && { query: search }) };
			if (query.limit === undefined && isCsvWanted(c)) {
				const part = unwrap(await exportRecipients(c.env.CAMPAIGNS, id, query, columns));
				return respondWithCsv(c, part.csv, part.nextCursor, filename);
			}
			const page = await askService("campaigns", c.env.CAMPAIGNS.listRecipients(id, query));
			return respondWithPage(c, unwrap(page), columns, filename);
		},
	)
	.openapi(
		guardedRoute(
			"campaigns:write",
			{
				method: "put",
				path: "/api/campaigns/{id}/recipients",
				tags,
				summary: "Replace the recipients of a campaign",
				description: `Everybody in a draft or a scheduled one. ${howRecipientsCome}`,
				request: { params: IdParam, ...recipientsRequest(replaced) },
				responses: asItIsNow,
			},
			takesRecipients,
		),
		async (c) => {
			const { id } = c.req.valid("param");
			const { recipients } = await readCampaignBody(c, replaced);
			return c.json(unwrap(await replaceRecipients(contextOf(c), id, recipients)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/schedule",
			tags,
			summary: "Schedule a campaign",
			description: "A draft, or one that is scheduled already, starts then; `startAt: null` starts it now.",
			request: { params: IdParam, body: jsonBody(z.strictObject({ startAt: StartAt })) },
			responses: asItIsNow,
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { startAt } = c.req.valid("json");
			return c.json(unwrap(await scheduleCampaign(contextOf(c), id, startAt)), 200);
		},
	)
	.openapi(
		commandRoute(
			"pause",
			"Pause a campaign",
			"At most a text that is at the carrier already still goes out.",
		),
		async (c) => c.json(await command(c, "campaign.pause", c.req.valid("param").id), 200),
	)
	.openapi(commandRoute("resume", "Resume a campaign", "Nobody is texted twice."), async (c) =>
		c.json(await command(c, "campaign.resume", c.req.valid("param").id), 200),
	)
	.openapi(
		commandRoute("cancel", "Cancel a campaign", "For good. Whoever has not been texted is skipped."),
		async (c) => c.json(await command(c, "campaign.cancel", c.req.valid("param").id), 200),
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/test",
			tags,
			summary: "Send a campaign's text to somebody who wants to see it",
			description:
				"As its first recipient would get it. When the send gate refuses, `detail` says why. The campaign itself stays as it is.",
			request: { params: IdParam, body: jsonBody(z.strictObject({ to: SendText.shape.to })) },
			responses: { 201: jsonAnswer(Message, "On its way; `status` follows.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { to } = c.req.valid("json");
			return c.json(unwrap(await testCampaign(contextOf(c), id, to)), 201);
		},
	);

function commandRoute<const Verb extends string>(verb: Verb, summary: string, description: string) {
	return guardedRoute("campaigns:write", {
		method: "post",
		path: `/api/campaigns/{id}/${verb}`,
		tags,
		summary,
		description,
		request: { params: IdParam },
		responses: asItIsNow,
	});
}

async function command(c: Context<ApiEnv>, action: CampaignCommand, id: string) {
	return unwrap(await commandCampaign(contextOf(c), action, id));
}
