import * as z from "zod";
import { callEndings, callStatuses } from "../calls/calls.ts";
import { transcriptStatuses } from "../calls/voicemails.ts";
import { RecipientStatus } from "../campaigns/campaign-recipients.ts";
import { CampaignStatus } from "../campaigns/campaigns.ts";
import { instant } from "../instant.ts";
import { messageAuthors, messageStatuses, refusalCodes } from "../texts/messages.ts";
import { consentKinds } from "../texts/opt-outs.ts";
import { consentSources } from "../words/consent-sources.ts";

const ourNumber = z.string().meta({ description: "The company's number, E.164." });

const TimelineMessage = z
	.object({
		kind: z.literal("message"),
		at: instant,
		id: z.string(),
		conversationId: z.string(),
		direction: z.enum(["inbound", "outbound"]),
		body: z.string(),
		author: z.enum(messageAuthors),
		authorName: z.string().nullable().meta({ description: "The person who wrote it." }),
		status: z.enum(messageStatuses),
		refusal: z.enum(refusalCodes).nullable(),
		mediaCount: z.int().meta({ description: "Files that came with it." }),
		campaignId: z.string().nullable(),
		ourNumber,
	})
	.meta({ id: "TimelineMessage" });

const TimelineCall = z
	.object({
		kind: z.literal("call"),
		at: instant,
		id: z.string(),
		direction: z.enum(["inbound", "outbound"]),
		outcome: z.enum(callEndings).nullable().meta({ description: "Null while the call lasts." }),
		status: z.enum(callStatuses),
		extension: z.string().nullable().meta({ description: "The last extension it was put through to." }),
		takenBy: z.string().nullable().meta({ description: "The extension that took it." }),
		durationSeconds: z.int().nullable(),
		talkSeconds: z.int().nullable(),
		ourNumber,
	})
	.meta({ id: "TimelineCall" });

const TimelineVoicemail = z
	.object({
		kind: z.literal("voicemail"),
		at: instant,
		id: z.string(),
		callId: z.string(),
		extension: z.string().nullable().meta({ description: "Null when it was left for the company." }),
		durationSeconds: z.int().nullable(),
		transcript: z.string().nullable(),
		transcriptStatus: z.enum(transcriptStatuses),
		isHeard: z.boolean().meta({ description: "Whether somebody has listened." }),
	})
	.meta({ id: "TimelineVoicemail" });

const TimelineCampaign = z
	.object({
		kind: z.literal("campaign"),
		at: instant.meta({ description: "When the campaign started; before that, when it was made." }),
		campaignId: z.string(),
		name: z.string(),
		campaignStatus: CampaignStatus,
		status: RecipientStatus.meta({ description: "What became of this recipient." }),
		reason: z.string().nullable().meta({ description: "Why it was skipped, held or failed, in words." }),
	})
	.meta({ id: "TimelineCampaign" });

const TimelineConsent = z
	.object({
		kind: z.literal("consent"),
		at: instant,
		id: z.string(),
		eventKind: z.enum(consentKinds),
		source: z.enum(consentSources),
		words: z.string().nullable().meta({ description: "What the contact wrote." }),
		reason: z.string().nullable().meta({ description: "What a person wrote." }),
		by: z.string().nullable().meta({ description: "The person who changed it." }),
	})
	.meta({ id: "TimelineConsent" });

export const TimelineItem = z
	.discriminatedUnion("kind", [
		TimelineMessage,
		TimelineCall,
		TimelineVoicemail,
		TimelineCampaign,
		TimelineConsent,
	])
	.meta({ id: "TimelineItem" });
export type TimelineItem = z.infer<typeof TimelineItem>;
