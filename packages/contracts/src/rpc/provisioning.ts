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
 * Extensions and the numbers they rent. Inputs are checked here again, so a caller may pass on what it was given.
 * Refusals: `bad_input` (in words), `not_found`, `conflict` (three keys or a number in use), `precondition_failed` (its
 * state forbids it, or no number is to be had), `upstream_unavailable` (the carrier; trying again later is safe).
 */
export interface ProvisioningRpc extends HealthRpc, DiagnosisRpc {
	/** Answers at once with the extension in `provisioning`; its number follows. */
	createExtension(input: CreateExtension): Promise<Result<Extension>>;
	/** A refusal for an old `version` holds both values, here and below. */
	updateExtension(extensionId: string, patch: UpdateExtension): Promise<Result<Extension>>;
	/** A failed extension looks for a number again. */
	retryExtension(extensionId: string): Promise<Result<Extension>>;
	/**
	 * Gives its three keys back. Its number stays for the grace time, or goes back now with `release`; when the carrier
	 * does not answer, the sweep releases it (`numberReleaseAt` is then in the past). Repeating it is safe.
	 */
	deactivateExtension(extensionId: string, options: { release: boolean }): Promise<Result<Extension>>;
	/** `key` is a recording that voice has stored; null: the text again, also for an extension that was deactivated. */
	setGreetingAudio(extensionId: string, key: string | null): Promise<Result<GreetingChange>>;
	searchAvailableNumbers(search: SearchNumbers): Promise<Result<AvailableNumber[]>>;
	/** Null plays the company's menu. An extension that waited for a number becomes active by it. */
	assignNumber(numberId: string, extensionId: string | null, version?: number): Promise<Result<PhoneNumber>>;
	labelNumber(numberId: string, input: LabelNumber): Promise<Result<PhoneNumber>>;
	/** Rents one more number, for nobody yet. Two requests of a kind at the same moment get the same number. */
	buyNumber(input: BuyNumber): Promise<Result<PhoneNumber>>;
	adoptNumber(input: AdoptNumber): Promise<Result<AdoptedNumber>>;
	/** Gives a number back to the carrier for good. */
	releaseNumber(numberId: string): Promise<Result<null>>;
	/** Asks the carrier now, and keeps what it finds in the table `number_checks`. */
	checkNumbers(): Promise<Result<NumberCheck>>;
	/** Asks the carrier now what it knows of each number as a sender of texts. */
	readRegistration(): Promise<Result<RegistrationCheck>>;
	/** Adopts a stray, points a drifted one here, buys a missing one back. A Messaging Service is only changed when all its numbers are ours. */
	repairNumber(numberId: string): Promise<Result<AdoptedNumber>>;
}
