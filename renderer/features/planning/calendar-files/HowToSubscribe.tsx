import styles from './calendar-files.module.css';

/** What people do in their calendar program; a file on a share is no address for all of them. */
export function HowToSubscribe() {
  return (
    <details className={styles['how']}>
      <summary>How people subscribe to it</summary>
      <ul>
        <li>
          Thunderbird: New calendar → On the network, with the path of the file as a{' '}
          <code>file:///</code> address. It reads it again at the interval you set there.
        </li>
        <li>
          Outlook, Google Calendar and Apple Calendar subscribe to web addresses: put the file where
          the folder is served (SharePoint, Nextcloud, a web server), and give them that address.
        </li>
        <li>
          Without either, open the file: programs that know its events update them and take out
          those that were cancelled.
        </li>
      </ul>
      <p>Whoever can read the folder can read the names and times of what is planned.</p>
    </details>
  );
}
