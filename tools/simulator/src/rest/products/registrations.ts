import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import type { A2pCampaign, Brand, TollFreeVerification } from "../../registry/documents.ts";
import type { Filter } from "../../storage/collection.ts";
import { ResourceNotFound } from "../rest-error.ts";
import { isoDate } from "./iso-date.ts";
import { metaPage } from "./meta-page.ts";

export function registrationRoutes(ctx: NetworkContext): Hono {
	const root = `${ctx.publicUrl}/simulator/v1`;
	const verifications = `${root}/Tollfree/Verifications`;
	const brands = `${root}/a2p/BrandRegistrations`;
	const viewOne = (verification: TollFreeVerification) =>
		toVerificationResource(ctx, verification, `${verifications}/${verification.sid}`);
	const viewTheBrand = (brand: Brand) => toBrandResource(ctx, brand, `${brands}/${brand.sid}`);
	const viewTheCampaign = (campaign: A2pCampaign) => {
		const url = `${root}/Services/${campaign.serviceSid}/Compliance/Usa2p/${campaign.sid}`;
		return toCampaignResource(ctx, campaign, url);
	};
	return new Hono()
		.get("/Tollfree/Verifications", (context) => {
			const filters = verificationFilters(new URL(context.req.url).searchParams);
			const list = { key: "verifications", url: verifications, collection: ctx.verifications, filters };
			return metaPage(context, list, viewOne);
		})
		.get("/Tollfree/Verifications/:sid", (context) =>
			context.json(viewOne(found(ctx.verifications.find(context.req.param("sid"))))),
		)
		.get("/a2p/BrandRegistrations", (context) =>
			metaPage(context, { key: "data", url: brands, collection: ctx.brands }, viewTheBrand),
		)
		.get("/a2p/BrandRegistrations/:sid", (context) =>
			context.json(viewTheBrand(found(ctx.brands.find(context.req.param("sid"))))),
		)
		.get("/Services/:service/Compliance/Usa2p", (context) => {
			const { sid } = found(ctx.services.find(context.req.param("service")));
			const url = `${root}/Services/${sid}/Compliance/Usa2p`;
			const filters: Filter[] = [["doc ->> 'serviceSid' = ?", sid]];
			return metaPage(
				context,
				{ key: "compliance", url, collection: ctx.campaigns, filters },
				viewTheCampaign,
			);
		})
		.get("/Services/:service/Compliance/Usa2p/:sid", (context) =>
			context.json(viewTheCampaign(found(ctx.campaigns.find(context.req.param("sid"))))),
		);
}

function found<Document>(document: Document | null): Document {
	if (document === null) throw new ResourceNotFound();
	return document;
}

function verificationFilters(query: URLSearchParams): Filter[] {
	const filters: Filter[] = [];
	const numberSid = query.get("TollfreePhoneNumberSid");
	const status = query.get("Status");
	if (numberSid) filters.push(["doc ->> 'numberSid' = ?", numberSid]);
	if (status) filters.push(["doc ->> 'status' = ?", status]);
	return filters;
}

const notVerifiedReasonCode = 30489;

function toVerificationResource(ctx: NetworkContext, verification: TollFreeVerification, url: string) {
	const { status, rejectionReason } = verification;
	const isRejected = status === "TWILIO_REJECTED";
	const reason = isRejected ? (rejectionReason ?? "Business information could not be verified") : null;
	return {
		sid: verification.sid,
		account_sid: ctx.account.sid,
		date_created: isoDate(verification.createdAt),
		date_updated: isoDate(verification.updatedAt),
		business_name: "Simulated company",
		business_website: "https://www.example.com",
		notification_email: "owner@example.com",
		use_case_categories: ["CUSTOMER_CARE"],
		use_case_summary: "Answers to customers.",
		production_message_sample: "Your repair is ready.",
		opt_in_image_urls: ["https://www.example.com/opt-in.png"],
		opt_in_type: "VERBAL",
		message_volume: "1,000",
		tollfree_phone_number_sid: verification.numberSid,
		tollfree_phone_number: ctx.numbers.find(verification.numberSid)?.phoneNumber ?? null,
		status,
		rejection_reason: reason,
		rejection_reasons: isRejected ? [{ code: notVerifiedReasonCode, reason }] : null,
		error_code: isRejected ? notVerifiedReasonCode : null,
		edit_allowed: isRejected ? true : null,
		edit_expiration: null,
		url,
		resource_links: {},
	};
}

function toBrandResource(ctx: NetworkContext, brand: Brand, url: string) {
	return {
		sid: brand.sid,
		account_sid: ctx.account.sid,
		date_created: isoDate(brand.createdAt),
		date_updated: isoDate(brand.updatedAt),
		customer_profile_bundle_sid: null,
		a2p_profile_bundle_sid: null,
		brand_type: "STANDARD",
		status: brand.status,
		tcr_id: brand.status === "APPROVED" ? "BSIMULA" : null,
		failure_reason: brand.failureReason,
		errors: [],
		brand_score: null,
		brand_feedback: [],
		identity_status: brand.status === "APPROVED" ? "VERIFIED" : "UNVERIFIED",
		russell_3000: false,
		government_entity: false,
		tax_exempt_status: "",
		skip_automatic_sec_vet: false,
		mock: false,
		url,
		links: {},
	};
}

function toCampaignResource(ctx: NetworkContext, campaign: A2pCampaign, url: string) {
	return {
		sid: campaign.sid,
		account_sid: ctx.account.sid,
		brand_registration_sid: campaign.brandSid,
		messaging_service_sid: campaign.serviceSid,
		date_created: isoDate(campaign.createdAt),
		date_updated: isoDate(campaign.updatedAt),
		description: "Answers to customers.",
		message_samples: ["Your repair is ready."],
		us_app_to_person_usecase: "LOW_VOLUME",
		has_embedded_links: false,
		has_embedded_phone: false,
		subscriber_opt_in: true,
		age_gated: false,
		direct_lending: false,
		campaign_status: campaign.status,
		campaign_id: campaign.status === "VERIFIED" ? "CSIMULA" : null,
		is_externally_registered: false,
		rate_limits: {},
		message_flow: "Customers ask for it.",
		opt_in_keywords: [],
		opt_out_keywords: [],
		help_keywords: [],
		mock: false,
		errors: campaign.status === "FAILED" ? [{ error_code: 30882, fields: ["MESSAGE_FLOW"] }] : [],
		url,
	};
}
