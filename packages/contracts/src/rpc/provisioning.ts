import type { GreetingChange } from "../calls/greetings.ts";
import type { Result } from "../errors.ts";
import type { CreateExtension, Extension, UpdateExtension } from "../extensions/extensions.ts";
import type {
	AdoptedNumber,
	AdoptNumber,
	AvailableNumber,
	BuyNumber,
	LabelNumber,
	NumberCheck,
	PhoneNumber,
	SearchNumbers,
} from "../extensions/numbers.ts";
import type { RegistrationCheck } from "../extensions/registration.ts";
import type { HealthRpc } from "../health.ts";
import type { DiagnosisRpc } from "./every-worker.ts";

/**
 * Checks its inputs. `conflict`: extension or number in use. `upstream_unavailable`: the carrier; a retry is safe.
 */
export interface ProvisioningRpc extends HealthRpc, DiagnosisRpc {
	/** Answers at once with the extension in `provisioning`; its number follows. */
	createExtension(input: CreateExtension): Promise<Result<Extension>>;
	/** A refusal for an old `version` holds both values, here and below. */
	updateExtension(extensionId: string, patch: UpdateExtension): Promise<Result<Extension>>;
	retryExtension(extensionId: string): Promise<Result<Extension>>;
	/** Frees the keys. The number stays for the grace time; with `release` it goes back now, or by the sweep. */
	deactivateExtension(extensionId: string, options: { release: boolean }): Promise<Result<Extension>>;
	/** `key`: a recording that voice has stored; null: the text again. Also for a deactivated extension. */
	setGreetingAudio(extensionId: string, key: string | null): Promise<Result<GreetingChange>>;
	searchAvailableNumbers(search: SearchNumbers): Promise<Result<AvailableNumber[]>>;
	/** Null plays the company's menu. An extension that waited for a number becomes active. */
	assignNumber(numberId: string, extensionId: string | null, version?: number): Promise<Result<PhoneNumber>>;
	labelNumber(numberId: string, input: LabelNumber): Promise<Result<PhoneNumber>>;
	/** Rents a number without an extension. Two requests of a kind at the same moment get the same number. */
	buyNumber(input: BuyNumber): Promise<Result<PhoneNumber>>;
	adoptNumber(input: AdoptNumber): Promise<Result<AdoptedNumber>>;
	releaseNumber(numberId: string): Promise<Result<null>>;
	/** Asks the carrier, and stores the result in the table `number_checks`. */
	checkNumbers(): Promise<Result<NumberCheck>>;
	/** Asks the carrier for each number's registration as a sender. */
	readRegistration(): Promise<Result<RegistrationCheck>>;
	/** Adopts a stray, points a drifted one here, buys a missing one back. */
	repairNumber(numberId: string): Promise<Result<AdoptedNumber>>;
}
