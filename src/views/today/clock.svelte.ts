const TICK = 15_000;

const minuteOf = (date: Date): number => date.getHours() * 60 + date.getMinutes();

/** Minutes after midnight on this device, which go on while the page is looked at. */
export class Clock {
  minute = $state(minuteOf(new Date()));

  constructor() {
    $effect(() => {
      const look = () => (this.minute = minuteOf(new Date()));
      const timer = setInterval(look, TICK);
      document.addEventListener('visibilitychange', look);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      };
    });
  }
}
