import type { Registered, RegistrationStatus } from "@cloudpbx/contracts/extensions/registration";
import * as z from "zod";
import { type CarrierResult, toCarrierResult } from "./carrier-result.ts";
import { listProduct } from "./list-product.ts";
import type { Carrier } from "./open-carrier.ts";

export type Verifications = Map<string, Registered>;

const VerificationResource = z.object({
	tollfree_phone_number_sid: z.string(),
	status: z.string(),
	rejection_reason: z.string().nullish(),
});

/** One request per hundred verifications. */
export function listTollFreeVerifications(carrier: Carrier): Promise<CarrierResult<Verifications>> {
	return toCarrierResult(async () => {
		const list = { path: "/v1/Tollfree/Verifications", key: "verifications" };
		const found = await listProduct(carrier, "messaging", list, VerificationResource);
		// Newest first; the newest one holds.
		return new Map(
			found.reverse().map((each) => [
				each.tollfree_phone_number_sid,
				{
					status: verificationStatuses[each.status] ?? "pending",
					reason: each.rejection_reason?.slice(0, reasonCharactersMax) || null,
				},
			]),
		);
	});
}

const BrandResource = z.object({
	sid: z.string(),
	status: z.string(),
	failure_reason: z.string().nullish(),
});

/** The registered companies by the carrier's id. */
export function listBrands(carrier: Carrier): Promise<CarrierResult<Map<string, Registered>>> {
	return toCarrierResult(async () => {
		const list = { path: "/v1/a2p/BrandRegistrations", key: "data" };
		const found = await listProduct(carrier, "messaging", list, BrandResource);
		return new Map(
			found.map((brand) => [
				brand.sid,
				{
					status: brandStatuses[brand.status] ?? "pending",
					reason: brand.failure_reason?.slice(0, reasonCharactersMax) || null,
				},
			]),
		);
	});
}

const CampaignResource = z.object({
	brand_registration_sid: z.string().nullish(),
	campaign_status: z.string(),
});

export interface RegisteredCampaign extends Registered {
	brandId: string | null;
}

/** The registration of a Messaging Service's numbers; null: none. */
export function findCampaign(
	carrier: Carrier,
	serviceId: string,
): Promise<CarrierResult<RegisteredCampaign | null>> {
	return toCarrierResult(async () => {
		const list = { path: `/v1/Services/${serviceId}/Compliance/Usa2p`, key: "compliance" };
		const [found] = await listProduct(carrier, "messaging", list, CampaignResource);
		if (!found) return null;
		const status = campaignStatuses[found.campaign_status] ?? "pending";
		return { status, reason: null, brandId: found.brand_registration_sid ?? null };
	});
}

const reasonCharactersMax = 300;

const verificationStatuses: Record<string, RegistrationStatus> = {
	PENDING_REVIEW: "pending",
	IN_REVIEW: "pending",
	TWILIO_APPROVED: "approved",
	TWILIO_REJECTED: "rejected",
};

const brandStatuses: Record<string, RegistrationStatus> = {
	PENDING: "pending",
	IN_REVIEW: "pending",
	APPROVED: "approved",
	FAILED: "rejected",
	SUSPENDED: "suspended",
	DELETION_PENDING: "suspended",
	DELETION_FAILED: "suspended",
};

const campaignStatuses: Record<string, RegistrationStatus> = {
	PENDING: "pending",
	IN_PROGRESS: "pending",
	VERIFIED: "approved",
	FAILED: "rejected",
	SUSPENDED: "suspended",
	DELETED: "none",
};
