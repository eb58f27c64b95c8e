import type { NetworkContext } from "../../context.ts";
import { findNumber, isE164, isTollFree, type PhoneNumber } from "../../numbers.ts";
import { registerNewNumber } from "../../registry/registration.ts";
import { newSid } from "../../sid.ts";
import { RestError } from "../rest-error.ts";
import { formatNumber } from "./format-number.ts";
import { hasNumbers, isAreaCode, listInventory, listOwned } from "./inventory.ts";
import { applyNumberForm } from "./number-form.ts";

/** Twilio's magic numbers of test credentials. */
const taken = "+15005550000";

const invalid = "+15005550001";

export function buyNumber(
	ctx: NetworkContext,
	form: URLSearchParams,
	kind: PhoneNumber["kind"] | null,
): PhoneNumber {
	const phoneNumber = form.has("PhoneNumber") ? askedFor(ctx, form) : pickFrom(ctx, form, kind);
	const now = Date.now();
	const number = applyNumberForm(
		{
			sid: newSid("PN"),
			phoneNumber,
			friendlyName: formatNumber(phoneNumber),
			kind: isTollFree(phoneNumber) ? "toll-free" : "local",
			createdAt: now,
			updatedAt: now,
			voiceUrl: "",
			voiceMethod: "POST",
			voiceFallbackUrl: "",
			voiceFallbackMethod: "POST",
			statusCallback: "",
			statusCallbackMethod: "POST",
			voiceCallerIdLookup: false,
			voiceApplicationSid: "",
			smsUrl: "",
			smsMethod: "POST",
			smsFallbackUrl: "",
			smsFallbackMethod: "POST",
			smsApplicationSid: "",
			trunkSid: "",
			addressSid: "",
			emergencyAddressSid: "",
			identitySid: "",
			bundleSid: "",
		},
		form,
	);
	ctx.numbers.save(number);
	registerNewNumber(ctx, number);
	return number;
}

function askedFor(ctx: NetworkContext, form: URLSearchParams): string {
	const wanted = form.get("PhoneNumber")?.trim() ?? "";
	if (!isE164(wanted) || wanted === invalid) {
		throw new RestError(400, 21421, `${wanted} is not a valid number`);
	}
	if (wanted === taken || findNumber(ctx, wanted)) {
		throw new RestError(400, 21422, `${wanted} is not available`);
	}
	return wanted;
}

function pickFrom(ctx: NetworkContext, form: URLSearchParams, kind: PhoneNumber["kind"] | null): string {
	const areaCode = form.get("AreaCode")?.trim() ?? "";
	if (!areaCode) throw new RestError(400, 21404, "PhoneNumber or AreaCode is required");
	if (!isAreaCode(areaCode)) throw new RestError(400, 21451, `${areaCode} is not a valid area code`);
	const [first] = hasNumbers(areaCode, kind ?? "local") ? listInventory(areaCode, listOwned(ctx)) : [];
	if (!first) throw new RestError(400, 21452, `No phone numbers found in area code ${areaCode}`);
	return first;
}
