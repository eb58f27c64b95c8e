import { WorkerEntrypoint } from "cloudflare:workers";
import { Audience } from "@cloudpbx/contracts/campaigns/audience";
import {
	CampaignRecipientInput,
	ListRecipients,
	recipientsMax,
} from "@cloudpbx/contracts/campaigns/campaign-recipients";
import {
	CampaignPlan,
	ChangeCampaign,
	DraftPlan,
	ListCampaigns,
} from "@cloudpbx/contracts/campaigns/campaigns";
import { accept } from "@cloudpbx/contracts/errors";
import type { CampaignsRpc } from "@cloudpbx/contracts/rpc/campaigns";
import { Actor } from "@cloudpbx/contracts/texts/messages";
import { withInput } from "@cloudpbx/contracts/with-input";
import { isE164 } from "@cloudpbx/domain/phone-number";
import { checkHealth } from "@cloudpbx/kit/check-health";
import * as z from "zod";
import { createContext } from "./context.ts";
import { followInBackground } from "./outcomes/follow-in-background.ts";
import {
	cancelCampaign,
	pauseCampaign,
	resumeCampaign,
	scheduleCampaign,
	updateCampaign,
} from "./planning/change-campaign.ts";
import { createCampaign, replaceRecipients } from "./planning/create-campaign.ts";
import { deleteCampaign } from "./planning/delete-campaign.ts";
import { duplicateCampaign } from "./planning/duplicate-campaign.ts";
import { erasePerson } from "./planning/erase-person.ts";
import { previewCampaign } from "./planning/preview/preview-campaign.ts";
import { previewStored } from "./planning/preview/preview-stored.ts";
import { testCampaign } from "./planning/test-campaign.ts";
import { getCampaign } from "./reading/get-campaign.ts";
import { getOutcomes } from "./reading/get-outcomes.ts";
import { listCampaigns } from "./reading/list-campaigns.ts";
import { listRecipients } from "./reading/list-recipients.ts";
import { searchRecipients } from "./reading/search-recipients.ts";

const Id = z.string().max(100);
const e164 = z.string().max(64).refine(isE164);
const NewId = z.string().regex(/^cmp_[0-9a-f]{32}$/, "A campaign id is cmp_ and 32 hexadecimal digits.");
const Plan = CampaignPlan;
const AnyRecipients = z
	.array(CampaignRecipientInput)
	.max(recipientsMax, `recipients: ${recipientsMax} is the most in one campaign.`);
const Recipients = AnyRecipients.min(1, "recipients: There must be at least one recipient.");

/** Chooses the schema first, so that mistakes are explained in the right words. */
function recipientsAs(given: unknown, list: z.ZodType<CampaignRecipientInput[]>) {
	const schema: z.ZodType<CampaignRecipientInput[] | Audience> = Array.isArray(given) ? list : Audience;
	return schema;
}

const Position = z.int().min(0).nullable();
const StartAt = z.iso.datetime().nullable();

/** The calling Worker checks access. */
export class CampaignsService extends WorkerEntrypoint<CampaignsEnv> implements CampaignsRpc {
	health() {
		return checkHealth("campaigns", this.env.DB);
	}

	createCampaign(...[input, actor]: Parameters<CampaignsRpc["createCampaign"]>) {
		const id = NewId.optional();
		const New = z.discriminatedUnion("isDraft", [
			z.object({
				id,
				plan: DraftPlan,
				recipients: z.union([AnyRecipients, Audience]),
				isDraft: z.literal(true),
			}),
			z.object({
				id,
				plan: Plan,
				recipients: recipientsAs(input.recipients, Recipients),
				isDraft: z.literal(false),
			}),
		]);
		return withInput(z.tuple([New, Actor]), [input, actor], ([valid, person]) =>
			createCampaign(this.#open(), valid, person),
		);
	}

	previewCampaign(input: Parameters<CampaignsRpc["previewCampaign"]>[0]) {
		const Preview = z.object({ plan: Plan, recipients: recipientsAs(input.recipients, Recipients) });
		return withInput(Preview, input, ({ plan, recipients }) =>
			previewCampaign(this.#open(), plan, recipients),
		);
	}

	previewStored(...input: Parameters<CampaignsRpc["previewStored"]>) {
		return withInput(z.tuple([Id, DraftPlan.partial(), Position]), input, ([id, patch, position]) =>
			previewStored(this.#open(), id, patch, position),
		);
	}

	listCampaigns(input: ListCampaigns) {
		return withInput(ListCampaigns, input, (valid) => {
			const ctx = this.#open();
			this.ctx.waitUntil(followInBackground(ctx));
			return listCampaigns(ctx, valid);
		});
	}

	getCampaign(campaignId: string) {
		return withInput(Id, campaignId, (id) => getCampaign(this.#open(), id));
	}

	getOutcomes(campaignId: string) {
		return withInput(Id, campaignId, (id) => getOutcomes(this.#open(), id));
	}

	listRecipients(campaignId: string, input: ListRecipients) {
		return withInput(z.tuple([Id, ListRecipients]), [campaignId, input], ([id, valid]) => {
			const { query, replied, optedOut } = valid;
			const isSearch = query !== undefined || replied !== undefined || optedOut !== undefined;
			return (isSearch ? searchRecipients : listRecipients)(this.#open(), id, valid);
		});
	}

	updateCampaign(campaignId: string, change: ChangeCampaign) {
		return withInput(z.tuple([Id, ChangeCampaign]), [campaignId, change], ([id, valid]) =>
			updateCampaign(this.#open(), id, valid),
		);
	}

	replaceRecipients(campaignId: string, recipients: CampaignRecipientInput[] | Audience) {
		return withInput(
			z.tuple([Id, recipientsAs(recipients, Recipients)]),
			[campaignId, recipients],
			([id, valid]) => replaceRecipients(this.#open(), id, valid),
		);
	}

	scheduleCampaign(campaignId: string, startAt: string | null) {
		return withInput(z.tuple([Id, StartAt]), [campaignId, startAt], ([id, instant]) =>
			scheduleCampaign(this.#open(), id, instant),
		);
	}

	pauseCampaign(campaignId: string) {
		return withInput(Id, campaignId, (id) => pauseCampaign(this.#open(), id));
	}

	resumeCampaign(campaignId: string) {
		return withInput(Id, campaignId, (id) => resumeCampaign(this.#open(), id));
	}

	cancelCampaign(campaignId: string) {
		return withInput(Id, campaignId, (id) => cancelCampaign(this.#open(), id));
	}

	deleteCampaign(campaignId: string) {
		return withInput(Id, campaignId, (id) => deleteCampaign(this.#open(), id));
	}

	duplicateCampaign(...input: Parameters<CampaignsRpc["duplicateCampaign"]>) {
		return withInput(z.tuple([Id, NewId.nullable(), Actor]), input, ([id, copyId, person]) =>
			duplicateCampaign(this.#open(), id, copyId, person),
		);
	}

	erasePerson(number: string) {
		return withInput(e164, number, async (valid) => accept(await erasePerson(this.#open(), valid)));
	}

	testCampaign(campaignId: string, to: string, actor: Actor) {
		return withInput(
			z.tuple([Id, z.string().max(64), Actor]),
			[campaignId, to, actor],
			([id, number, person]) => testCampaign(this.#open(), id, number, person),
		);
	}

	#open() {
		return createContext(this.env, this.ctx);
	}
}
