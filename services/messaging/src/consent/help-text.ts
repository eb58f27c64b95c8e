/** Where the carrier does not answer HELP: sender, contact and opt-out (CTIA, messaging principles 5.1). */
export function helpText(companyName: string, number: string): string {
	return `${companyName}: For help, write to us here or call ${number}. Message and data rates may apply. Reply STOP to opt out.`;
}
