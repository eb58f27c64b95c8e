import { PageQuery, pageOf } from "@cloudpbx/contracts/api/page";
import {
	CampaignRecipient,
	ListRecipients,
	RecipientStatus,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import { Campaign, CampaignOutcomes } from "@cloudpbx/contracts/campaigns/campaigns";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import { askService } from "../../ask-service.ts";
import { NoPlan } from "../../domain/campaigns/campaign-body.ts";
import { replaceRecipients } from "../../operations/campaigns/change-campaign.ts";
import { exportRecipients } from "../../operations/campaigns/export-recipients.ts";
import { unwrap } from "../../refusal-error.ts";
import { csvAnswer, isCsvWanted, respondWithCsv, respondWithPage } from "../lists/respond-with-page.ts";
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
const filename = "recipients.csv";
const replaced = { json: NoPlan, query: NoPlan };
const Flag = z.enum(["true", "false"]).transform((word) => word === "true");

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
