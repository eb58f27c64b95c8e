import { WorkerEntrypoint } from "cloudflare:workers";
import { CreateExtension, UpdateExtension } from "@cloudpbx/contracts/extensions/extensions";
import { AdoptNumber, BuyNumber, LabelNumber, SearchNumbers } from "@cloudpbx/contracts/extensions/numbers";
import type { ProvisioningRpc } from "@cloudpbx/contracts/rpc/provisioning";
import { withInput } from "@cloudpbx/contracts/with-input";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { explainAddresses, openProvisioning } from "./open-provisioning.ts";
import { adoptNumber } from "./operations/adopt-number.ts";
import { assignNumber } from "./operations/assign-number.ts";
import { buyNumber } from "./operations/buy-number.ts";
import { checkNumbers } from "./operations/check-numbers.ts";
import { createExtension } from "./operations/create-extension.ts";
import { deactivateExtension } from "./operations/deactivate-extension.ts";
import { diagnose } from "./operations/diagnose.ts";
import { labelNumber } from "./operations/label-number.ts";
import { readRegistration } from "./operations/read-registration.ts";
import { releaseNumber } from "./operations/release-number.ts";
import { repairNumber } from "./operations/repair-number.ts";
import { retryExtension } from "./operations/retry-extension.ts";
import { searchAvailableNumbers } from "./operations/search-available-numbers.ts";
import { setGreetingAudio } from "./operations/set-greeting-audio.ts";
import { updateExtension } from "./operations/update-extension.ts";

export class ProvisioningService extends WorkerEntrypoint<ProvisioningEnv> implements ProvisioningRpc {
	health() {
		return checkHealth(
			"provisioning",
			this.env.DB,
			explainAddresses(this.env) ?? explainAuthToken(this.env.TWILIO_AUTH_TOKEN),
		);
	}

	createExtension(input: CreateExtension) {
		return withInput(CreateExtension, input, (valid) =>
			createExtension(this.#open(), this.env.PROVISION_EXTENSION, valid),
		);
	}

	updateExtension(extensionId: string, patch: UpdateExtension) {
		return withInput(UpdateExtension, patch, (valid) => updateExtension(this.#open(), extensionId, valid));
	}

	retryExtension(extensionId: string) {
		return retryExtension(this.#open(), this.env.PROVISION_EXTENSION, extensionId);
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
		return openProvisioning(this.env, this.ctx);
	}
}
