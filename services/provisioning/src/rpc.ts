import { WorkerEntrypoint } from "cloudflare:workers";
import { CreateExtension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import { AdoptNumber, BuyNumber, LabelNumber, SearchNumbers } from "@cloudpbx/contracts/extensions/numbers";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import { withInput } from "@cloudpbx/contracts/with-input";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { buyNumber } from "./buying/buy-number.ts";
import { searchAvailableNumbers } from "./buying/search-available-numbers.ts";
import { checkNumbers } from "./checks/check-numbers.ts";
import { diagnose } from "./checks/diagnose.ts";
import { readRegistration } from "./checks/read-registration.ts";
import { createContext, explainAddresses } from "./context.ts";
import { createExtension } from "./extensions/create-extension.ts";
import { deactivateExtension } from "./extensions/deactivate-extension.ts";
import { setGreetingAudio } from "./extensions/set-greeting-audio.ts";
import { updateExtension } from "./extensions/update-extension.ts";
import { adoptNumber } from "./numbers/adopt-number.ts";
import { assignNumber } from "./numbers/assign-number.ts";
import { labelNumber } from "./numbers/label-number.ts";
import { repairNumber } from "./numbers/repair-number.ts";
import { releaseNumber } from "./releasing/release-number.ts";
import { retryExtension } from "./searching/retry-extension.ts";

export class ProvisioningService extends WorkerEntrypoint<ProvisioningEnv> implements ProvisioningRpc {
	health() {
		return checkHealth(
			"provisioning",
			this.env.DB,
			explainAddresses(this.env) ?? explainAuthToken(this.env.TWILIO_AUTH_TOKEN),
		);
	}

	createExtension(input: CreateExtension) {
		return withInput(CreateExtension, input, (valid) => createExtension(this.#open(), valid));
	}

	updateExtension(extensionId: string, patch: UpdateExtension) {
		return withInput(UpdateExtension, patch, (valid) => updateExtension(this.#open(), extensionId, valid));
	}

	retryExtension(extensionId: string) {
		return retryExtension(this.#open(), extensionId);
	}

	deactivateExtension(extensionId: string, options: { release: boolean }) {
		return deactivateExtension(this.#open(), extensionId, options);
	}

	setGreetingAudio(extensionId: string, key: string | null) {
		return setGreetingAudio(this.#open(), extensionId, key);
	}

	searchAvailableNumbers(search: SearchNumbers) {
		return withInput(SearchNumbers, search, (valid) => searchAvailableNumbers(this.#open(), valid));
	}

	assignNumber(numberId: string, extensionId: string | null, version?: number) {
		return assignNumber(this.#open(), numberId, extensionId, version);
	}

	labelNumber(numberId: string, input: LabelNumber) {
		return withInput(LabelNumber, input, (valid) => labelNumber(this.#open(), numberId, valid));
	}

	buyNumber(input: BuyNumber) {
		return withInput(BuyNumber, input, (valid) => buyNumber(this.#open(), valid));
	}

	adoptNumber(input: AdoptNumber) {
		return withInput(AdoptNumber, input, ({ number }) => adoptNumber(this.#open(), number));
	}

	releaseNumber(numberId: string) {
		return releaseNumber(this.#open(), numberId);
	}

	checkNumbers() {
		return checkNumbers(this.#open());
	}

	readRegistration() {
		return readRegistration(this.#open());
	}

	diagnose() {
		return diagnose(this.#open());
	}

	repairNumber(numberId: string) {
		return repairNumber(this.#open(), numberId);
	}

	#open() {
		return createContext(this.env, this.ctx);
	}
}
