import { Campaign } from "@cloudpbx/contracts/campaigns/campaigns";
import { SendText } from "@cloudpbx/contracts/texts/conversation-input";
import { Message } from "@cloudpbx/contracts/texts/messages";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer, jsonBody } from "../../api.ts";
import { StartAt } from "../../domain/campaigns/campaign-body.ts";
import type { ApiEnv } from "../../env.ts";
import {
	type CampaignCommand,
	commandCampaign,
	scheduleCampaign,
	testCampaign,
} from "../../operations/campaigns/change-campaign.ts";
import { unwrap } from "../../refusal-error.ts";
import { contextOf, IdParam } from "../request.ts";

const tags = ["Campaigns"];
const asItIsNow = { 200: jsonAnswer(Campaign, "As it is now.") };

export const campaignCommands = createApi()
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/schedule",
			tags,
			summary: "Schedule a campaign",
			description: "For a draft or a scheduled campaign. `startAt: null` starts it now.",
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
		commandRoute("pause", "Pause a campaign", "A text that the carrier already has may still go out."),
		async (c) => c.json(await command(c, "campaign.pause", c.req.valid("param").id), 200),
	)
	.openapi(commandRoute("resume", "Resume a campaign", "Nobody is texted twice."), async (c) =>
		c.json(await command(c, "campaign.resume", c.req.valid("param").id), 200),
	)
	.openapi(
		commandRoute(
			"cancel",
			"Cancel a campaign",
			"Permanent. Recipients that have not been texted are skipped.",
		),
		async (c) => c.json(await command(c, "campaign.cancel", c.req.valid("param").id), 200),
	)
	.openapi(
		guardedRoute("campaigns:write", {
			method: "post",
			path: "/api/campaigns/{id}/test",
			tags,
			summary: "Send a campaign's text to somebody who wants to see it",
			description:
				"Sends the text as the first recipient would get it. When the send gate refuses, `detail` says why. The campaign does not change.",
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
