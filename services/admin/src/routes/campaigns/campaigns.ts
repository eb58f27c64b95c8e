import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import { CampaignPreview } from "@cloudpbx/contracts/campaigns/campaign-preview";
import { recipientsMax } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { Campaign, CampaignProgress, CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import {
	ChangedCampaign,
	NewCampaign,
	NewCampaignInQuery,
	NewDraft,
	NewDraftInQuery,
	PreviewedCampaign,
	PreviewedCampaignInQuery,
	PreviewedChange,
} from "../../domain/campaigns/campaign-body.ts";
import { deleteCampaign, updateCampaign } from "../../operations/campaigns/change-campaign.ts";
import { createCampaign, duplicateCampaign } from "../../operations/campaigns/create-campaign.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam, readFrom } from "../request.ts";
import {
	howRecipientsCome,
	readCampaignBody,
	recipientsRequest,
	takesRecipients,
} from "./read-campaign-body.ts";

const tags = ["Campaigns"];
const created = {
	json: NewCampaign,
	query: NewCampaignInQuery,
	draft: { json: NewDraft, query: NewDraftInQuery },
};
const previewed = { json: PreviewedCampaign, query: PreviewedCampaignInQuery };
const IdempotencyHeader = z.object({ "idempotency-key": z.string().min(1).max(200).optional() });

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
			return c.json(await readFrom("campaigns", c.env.CAMPAIGNS.listCampaigns(c.req.valid("query"))), 200);
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
				responses: { 201: jsonAnswer(Campaign, "All recipients are stored, also those that are set aside.") },
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
			"campaigns:write",
			{
				method: "post",
				path: "/api/campaigns/preview",
				tags,
				summary: "See what would become of a campaign",
				description: `Nothing is stored or sent: who would be set aside and why, segments, cost and duration. The body is that of creating one; \`name\` may be absent. ${howRecipientsCome}`,
				request: recipientsRequest(previewed),
				responses: { 200: jsonAnswer(CampaignPreview, "The expected result.") },
			},
			takesRecipients,
		),
		async (c) => {
			const { plan: sent, recipients } = await readCampaignBody(c, previewed);
			const { draft: _, ...plan } = sent;
			return c.json(await readFrom("campaigns", c.env.CAMPAIGNS.previewCampaign({ plan, recipients })), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns/{id}",
			tags,
			summary: "Get a campaign with its progress",
			request: { params: IdParam },
			responses: { 200: jsonAnswer(CampaignProgress, "Progress, and the expected end.") },
		}),
		async (c) => {
			return c.json(await readFrom("campaigns", c.env.CAMPAIGNS.getCampaign(c.req.valid("param").id)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "put",
			path: "/api/campaigns/{id}",
			tags,
			summary: "Change a campaign",
			description:
				"For a draft or a scheduled campaign. Absent fields stay. `startAt: null` means at once. An old `version` changes nothing: 409 with `current` and `sent`.",
			request: { params: IdParam, body: jsonBody(ChangedCampaign) },
			responses: { 200: jsonAnswer(Campaign, "As it is now.") },
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
			description: "Permanent, with its recipients. In any other state: 412.",
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
				"For a draft or a scheduled campaign with its stored recipients, as if the plan in the body were saved. `{}` is the stored plan. Nothing is stored or sent. `position` adds the text of that recipient to those of the first and the longest one.",
			request: {
				params: IdParam,
				query: z.object({ position: z.coerce.number().int().min(0).max(recipientsMax).optional() }),
				body: jsonBody(PreviewedChange),
			},
			responses: { 200: jsonAnswer(CampaignPreview, "The expected result.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { position = null } = c.req.valid("query");
			return c.json(
				await readFrom("campaigns", c.env.CAMPAIGNS.previewStored(id, c.req.valid("json"), position)),
				200,
			);
		},
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/duplicate",
			tags,
			summary: "Duplicate a campaign as a draft",
			description:
				"Works in any state. The draft has the same plan without `startAt` and the same recipients, which are checked again. A repeated request with the same `Idempotency-Key` returns the same draft.",
			request: { params: IdParam, headers: IdempotencyHeader },
			responses: { 201: jsonAnswer(Campaign, "The new draft.") },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const source = { id, idempotencyKey: c.req.valid("header")["idempotency-key"] ?? null };
			const copied = await duplicateCampaign(contextOf(c), source);
			return c.json(unwrap(copied), 201);
		},
	);
