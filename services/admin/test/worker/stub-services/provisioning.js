import { accept, at, refuse, refuseOldVersion, Service } from "./service.js";

const silent = refuse("upstream_unavailable", "Twilio did not answer.");

/** "A Bug" throws, 199 is taken, area code 907 and num_silent get no answer, version 999 is old. */
export class ProvisioningService extends Service {
	createExtension(input) {
		if (input.name === "A Bug") throw new Error("a bug");
		if (input.name === "Too Many") return refuse("bad_input", "members: Group 110 (Sales) would ring 11.");
		if (input.ext === "199") return refuse("conflict", "Extension 199 is taken.");
		return accept(extension(`ext_${input.ext}`, input));
	}

	updateExtension(id, patch) {
		if (patch.version === 999) return refuseOldVersion(extension(id, {}), patch);
		return accept(extension(id, patch));
	}

	retryExtension(id) {
		return id === "ext_failed"
			? accept(extension(id, {}))
			: refuse("precondition_failed", "Only an extension that failed can be retried.");
	}

	deactivateExtension(id, { release }) {
		return accept({ ...extension(id, {}), status: "inactive", numberReleaseAt: release ? null : at });
	}

	setGreetingAudio(id, key) {
		if (id === "ext_silent") return silent;
		const keyBefore = id === "ext_102" ? `greetings/${"b".repeat(64)}.mp3` : null;
		return accept({ extension: extension(id, { greetingAudio: key && "wav" }), keyBefore });
	}

	searchAvailableNumbers({ kind, areaCode = "415" }) {
		return accept([{ number: `+1${areaCode}5550123`, kind, locality: null, region: "CA" }]);
	}

	assignNumber(id, extensionId, version) {
		if (version === 999) return refuseOldVersion(number(id), { extensionId, version });
		return accept({ ...number(id), extensionId, extension: extensionId?.slice(4) ?? null });
	}

	labelNumber(id, { label, version }) {
		if (version === 999) return refuseOldVersion(number(id), { label, version });
		return accept({ ...number(id), label: label || null });
	}

	buyNumber({ kind, areaCode }) {
		if (areaCode === "907") return silent;
		return kind === "toll_free"
			? accept({ ...number("num_bought"), kind })
			: refuse("precondition_failed", "There is no such number to be had.");
	}

	adoptNumber(input) {
		if (input.number.startsWith("+1907")) return silent;
		return accept({ ...number("num_adopted"), number: input.number, warning: null });
	}

	releaseNumber(id) {
		return id === "num_silent" ? silent : accept(null);
	}

	checkNumbers() {
		const trouble = { id: "num_stray", number: "+14155550188", trouble: "stray", message: "It is not used." };
		return accept({ checkedAt: at, troubles: [trouble] });
	}

	readRegistration() {
		const finding = {
			id: "toll_free_unverified:+18005550100",
			level: "warning",
			meaning: "Its texts do not arrive.",
			todo: "Verify it.",
		};
		const registered = { status: "approved", reason: null };
		const local = {
			numberId: "num_101",
			number: "+14155550101",
			kind: "local",
			canText: true,
			tollFreeVerification: null,
			brand: registered,
			campaign: registered,
			messagingService: { id: "MG1", name: "Sales", inbound: "number" },
			findings: [],
			nextStep: null,
		};
		const tollFree = {
			numberId: "num_main",
			number: "+18005550100",
			kind: "toll_free",
			canText: false,
			tollFreeVerification: { status: "none", reason: null },
			brand: null,
			campaign: null,
			messagingService: null,
			findings: [finding],
			nextStep: finding.todo,
		};
		return accept({ checkedAt: at, accountType: "full", senders: [local, tollFree] });
	}

	repairNumber(id) {
		return id === "num_stray"
			? accept({ ...number(id), warning: null })
			: refuse("not_found", "There is no such number.");
	}
}

function extension(id, input) {
	return {
		id,
		kind: "person",
		ext: "104",
		name: "New Person",
		department: "",
		email: "new@acme.example",
		forwardTo: null,
		alsoRing: [],
		answerWith: "key",
		purpose: "",
		members: [],
		ringing: "together",
		ringSeconds: null,
		greeting: null,
		greetingAudio: null,
		hours: null,
		number: null,
		numberId: null,
		numberReleaseAt: null,
		areaCode: null,
		status: "provisioning",
		reason: null,
		version: 1,
		createdAt: at,
		updatedAt: at,
		...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
	};
}

function number(id) {
	return {
		id,
		number: "+14155550123",
		kind: "local",
		extensionId: null,
		extension: null,
		releaseAt: null,
		label: null,
		version: 1,
		createdAt: at,
	};
}
