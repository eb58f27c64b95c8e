import type { Result } from "./errors.ts";
import type { CreateExtension, Extension, UpdateExtension } from "./extensions.ts";
import type { HealthRpc } from "./health.ts";
import type {
	AdoptNumber,
	AvailableNumber,
	BuyNumber,
	NumberTrouble,
	PhoneNumber,
	SearchNumbers,
} from "./numbers.ts";

/**
 * The RPC surface of each Worker, as its callers see it over a service binding. A method is added here together
 * with the Worker that answers it, never before.
 */
export interface VoiceRpc extends HealthRpc {
	/**
	 * Notes that somebody listened; the first time stays. Answers the instant of each voicemail that exists, so an id
	 * without one is unknown. Any number of ids, told twice it changes nothing.
	 */
	markVoicemailListened(ids: string[]): Promise<Result<{ id: string; listenedAt: number }[]>>;
	/** Removes rows and audio, here and at the carrier. Answers the ids that existed; deleting twice is no error. */
	deleteVoicemails(ids: string[]): Promise<Result<{ deletedIds: string[] }>>;
}

export interface MessagingRpc extends HealthRpc {}

export interface CampaignsRpc extends HealthRpc {}

/**
 * Extensions and the numbers they rent. Inputs are checked here again, so a caller may pass on what it was given.
 * Refusals: `bad_input` (in words), `not_found`, `conflict` (three keys or a number in use), `precondition_failed` (its
 * state forbids it, or no number is to be had), `upstream_unavailable` (the carrier; trying again later is safe).
 */
export interface ProvisioningRpc extends HealthRpc {
	/** Answers at once with the extension in `provisioning`; its number follows. */
	createExtension(input: CreateExtension): Promise<Result<Extension>>;
	updateExtension(extensionId: string, patch: UpdateExtension): Promise<Result<Extension>>;
	/** A failed extension looks for a number again. */
	retryExtension(extensionId: string): Promise<Result<Extension>>;
	/**
	 * Gives its three keys back. Its number stays for the grace time, or goes back now with `release`; when the carrier
	 * does not answer, the sweep releases it (`numberReleaseAt` is then in the past). Repeating it is safe.
	 */
	deactivateExtension(extensionId: string, options: { release: boolean }): Promise<Result<Extension>>;
	searchAvailableNumbers(search: SearchNumbers): Promise<Result<AvailableNumber[]>>;
	/** Null plays the company's menu. An extension that waited for a number becomes active by it. */
	assignNumber(numberId: string, extensionId: string | null): Promise<Result<PhoneNumber>>;
	/** Rents one more number, for nobody yet. Two requests of a kind at the same moment get the same number. */
	buyNumber(input: BuyNumber): Promise<Result<PhoneNumber>>;
	adoptNumber(input: AdoptNumber): Promise<Result<PhoneNumber>>;
	/** Gives a number back to the carrier for good. */
	releaseNumber(numberId: string): Promise<Result<null>>;
	/** Asks the carrier now. Only numbers in trouble are listed. */
	checkNumbers(): Promise<Result<NumberTrouble[]>>;
	/** Adopts a stray, points a drifted one here, buys a missing one back. */
	repairNumber(numberId: string): Promise<Result<PhoneNumber>>;
}
