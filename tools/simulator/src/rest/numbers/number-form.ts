import type { PhoneNumber } from "../../numbers.ts";
import { readMethod, readUrl } from "../form.ts";
import { RestError } from "../rest-error.ts";

const friendlyNameCharactersMax = 64;

const urls = [
	["VoiceUrl", "voiceUrl"],
	["VoiceFallbackUrl", "voiceFallbackUrl"],
	["StatusCallback", "statusCallback"],
	["SmsUrl", "smsUrl"],
	["SmsFallbackUrl", "smsFallbackUrl"],
] as const;

const methods = [
	["VoiceMethod", "voiceMethod"],
	["VoiceFallbackMethod", "voiceFallbackMethod"],
	["StatusCallbackMethod", "statusCallbackMethod"],
	["SmsMethod", "smsMethod"],
	["SmsFallbackMethod", "smsFallbackMethod"],
] as const;

const sids = [
	["VoiceApplicationSid", "voiceApplicationSid"],
	["SmsApplicationSid", "smsApplicationSid"],
	["TrunkSid", "trunkSid"],
	["AddressSid", "addressSid"],
	["EmergencyAddressSid", "emergencyAddressSid"],
	["IdentitySid", "identitySid"],
	["BundleSid", "bundleSid"],
] as const;

export function applyNumberForm(number: PhoneNumber, form: URLSearchParams): PhoneNumber {
	const changed: PhoneNumber = { ...number, updatedAt: Date.now() };
	const name = form.get("FriendlyName");
	if (name !== null) {
		if (name.length > friendlyNameCharactersMax) throw new RestError(400, 21457, "FriendlyName is too long");
		changed.friendlyName = name;
	}
	for (const [parameter, field] of urls) if (form.has(parameter)) changed[field] = readUrl(form, parameter);
	for (const [parameter, field] of methods)
		if (form.has(parameter)) changed[field] = readMethod(form, parameter);
	for (const [parameter, field] of sids) if (form.has(parameter)) changed[field] = form.get(parameter) ?? "";
	if (form.has("VoiceCallerIdLookup"))
		changed.voiceCallerIdLookup = form.get("VoiceCallerIdLookup") === "true";
	if (changed.voiceFallbackUrl && !changed.voiceUrl) {
		throw new RestError(400, 21405, "VoiceFallbackUrl cannot be set without VoiceUrl");
	}
	if (changed.smsFallbackUrl && !changed.smsUrl) {
		throw new RestError(400, 21406, "SmsFallbackUrl cannot be set without SmsUrl");
	}
	return changed;
}
