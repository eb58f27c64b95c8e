import {
	CampaignRecipient,
	ListRecipients,
	RecipientStatus,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { Campaign, CampaignOutcomes } from "@cloudpbx/contracts/campaigns/campaigns";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { NoPlan } from "../../domain/campaigns/campaign-body.ts";
import { Flag } from "../../domain/lists/list-field.ts";
import { replaceRecipients } from "../../operations/campaigns/change-campaign.ts";
import type { ListPage } from "../../operations/lists/export-list.ts";
import { unwrap } from "../../refusal-error.ts";
import { FileListQuery, fileListAnswer, respondWithList } from "../lists/respond-with-list.ts";
import { contextOf, IdParam, readFrom } from "../request.ts";
import {
	howRecipientsCome,
	readCampaignBody,
	recipientsRequest,
	takesRecipients,
} from "./read-campaign-body.ts";

const tags = ["Campaigns"];
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
/** A file holds a campaign's maximum of recipients. */
const recipientsFile = { columns, filename: "recipients.csv", rowsOfPage: 5000 };
const replaced = { json: NoPlan, query: NoPlan };

export const campaignRecipients = createApi()
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
			return c.json(await readFrom("campaigns", c.env.CAMPAIGNS.getOutcomes(c.req.valid("param").id)), 200);
		},
	)
	.openapi(
		guardedRoute("campaigns:read", {
			method: "get",
			path: "/api/campaigns/{id}/recipients",
			tags,
			summary: "List the recipients of a campaign",
			description:
				"Filtered by `status`, each with the reason why it was skipped, is held, or failed. `q` finds recipients by the beginning or end of the number as typed, or by a field's value. A page of a search, or of `replied` and `optedOut`, may be short or empty; `nextCursor` leads to the rest. CSV for `Accept: text/csv`: all of them unless `limit` is given, up to 100,000 per file; `Link` then has the next part.",
			request: {
				params: IdParam,
				query: FileListQuery.extend({
					status: RecipientStatus.optional(),
					q: ListRecipients.shape.query.meta({ description: "Part of a number or of a field's value." }),
					replied: Flag.optional(),
					optedOut: Flag.optional(),
				}),
			},
			responses: { 200: fileListAnswer(CampaignRecipient) },
		}),
		async (c) => {
			const { id } = c.req.valid("param");
			const { limit, cursor, q: search, ...rest } = c.req.valid("query");
			const filter = { ...rest, ...(search !== undefined && { query: search }) };
			const list: ListPage<CampaignRecipient> = (page) =>
				askService("campaigns", c.env.CAMPAIGNS.listRecipients(id, { ...filter, ...page }));
			return respondWithList(c, list, { limit, cursor }, recipientsFile);
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
				responses: { 200: jsonAnswer(Campaign, "As it is now.") },
			},
			takesRecipients,
		),
		async (c) => {
			const { id } = c.req.valid("param");
			const { recipients } = await readCampaignBody(c, replaced);
			return c.json(unwrap(await replaceRecipients(contextOf(c), id, recipients)), 200);
		},
	);
