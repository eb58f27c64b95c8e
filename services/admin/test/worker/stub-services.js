// The Workers behind the API, as far as the API's own tests need them. Plain JavaScript: workerd runs it as it is.
import { WorkerEntrypoint } from "cloudflare:workers";

const accept = (value) => ({ ok: true, value });
const refuse = (code, message) => ({ ok: false, error: { code, message } });
const at = "2026-11-22T12:00:00.000Z";

class Service extends WorkerEntrypoint {
	health() {
		return accept({ service: "stub", databaseMilliseconds: 1 });
	}
}

export class MessagingService extends Service {}
export class CampaignsService extends Service {}

export class VoiceService extends Service {
	markVoicemailListened(ids) {
		return accept(ids.map((id) => ({ id, listenedAt: Date.parse(at) })));
	}

	deleteVoicemails(ids) {
		return accept({ deletedIds: ids.filter((id) => id !== "vm_gone") });
	}
}

/** A person called "A Bug" breaks it, 199 is taken. */
export class ProvisioningService extends Service {
	createExtension(input) {
		if (input.name === "A Bug") throw new Error("a bug");
		if (input.ext === "199") return refuse("conflict", "Extension 199 is taken.");
		return accept(extension(`ext_${input.ext}`, input));
	}

	updateExtension(id, patch) {
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

	searchAvailableNumbers({ kind, areaCode = "415" }) {
		return accept([{ number: `+1${areaCode}5550123`, kind, locality: null, region: "CA" }]);
	}

	assignNumber(id, extensionId) {
		return accept({ ...number(id), extensionId, extension: extensionId?.slice(4) ?? null });
	}

	buyNumber({ kind }) {
		return kind === "toll_free"
			? accept({ ...number("num_bought"), kind })
			: refuse("precondition_failed", "There is no such number to be had.");
	}

	adoptNumber(input) {
		return accept({ ...number("num_adopted"), number: input.number });
	}

	releaseNumber() {
		return accept(null);
	}

	checkNumbers() {
		return accept([
			{ id: "num_stray", number: "+14155550188", trouble: "stray", message: "It is not used." },
		]);
	}

	repairNumber(id) {
		return id === "num_stray" ? accept(number(id)) : refuse("not_found", "There is no such number.");
	}
}

function extension(id, input) {
	return {
		id,
		ext: "104",
		name: "New Person",
		department: "",
		email: "new@acme.example",
		forwardTo: null,
		number: null,
		numberId: null,
		numberReleaseAt: null,
		areaCode: null,
		status: "provisioning",
		reason: null,
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
		createdAt: at,
	};
}
