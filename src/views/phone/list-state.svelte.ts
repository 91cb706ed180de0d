/** What the list keeps while a person is open: going back finds it as it was. */
export class ListState {
  measure = $state<string | null>(null);
  search = $state('');
  scrolled = $state(0);
}
