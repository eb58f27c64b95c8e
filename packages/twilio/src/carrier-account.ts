/** The carrier's address and the account's credentials. `apiUrl` is https://api.twilio.com outside of development. */
export interface CarrierAccount {
	apiUrl: string;
	accountSid: string;
	authToken: string;
}
